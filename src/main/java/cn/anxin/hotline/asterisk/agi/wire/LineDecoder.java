package cn.anxin.hotline.asterisk.agi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes to lines. A longer line than 8 KB is cut there and its rest drained, since what is long is
 * a caller's doing and no reason to fail; bytes that are no UTF-8 become U+FFFD.
 */
final class LineDecoder extends ByteToMessageDecoder {
    static final int LONGEST = 8 * 1024;

    private enum State {
        LINE,
        REST_OF_LONG_LINE
    }

    private State state = State.LINE;

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        switch (state) {
            case LINE -> line(in, out);
            case REST_OF_LONG_LINE -> drain(in);
        }
    }

    private void line(ByteBuf in, List<Object> out) {
        var length = in.bytesBefore((byte) '\n');
        if (length < 0 && in.readableBytes() <= LONGEST) {
            return;
        }
        if (length < 0 || length > LONGEST) {
            out.add(in.readString(LONGEST, StandardCharsets.UTF_8));
            state = State.REST_OF_LONG_LINE;
            return;
        }
        out.add(in.readString(length, StandardCharsets.UTF_8));
        in.skipBytes(1);
    }

    private void drain(ByteBuf in) {
        var length = in.bytesBefore((byte) '\n');
        if (length < 0) {
            in.skipBytes(in.readableBytes());
            return;
        }
        in.skipBytes(length + 1);
        state = State.LINE;
    }
}
