package cn.anxin.hotline.asterisk.agi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.EncoderException;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.fastagi.command.AgiCommand;

/**
 * A command to its line, in one piece: Asterisk spins on half a line. The one place where control
 * characters are refused; a line break would run a second command.
 */
final class CommandEncoder extends MessageToByteEncoder<AgiCommand> {
    /** Asterisk reads into a buffer of 8192 bytes and needs one for the end of the string. */
    private static final int LONGEST = 8 * 1024 - 2;

    CommandEncoder() {
        super(AgiCommand.class);
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, AgiCommand command, ByteBuf out) {
        var line = command.buildCommand();
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new EncoderException("a control character in a command");
        }
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new EncoderException("a command of more than 8 KB");
        }
        out.writeBytes(bytes).writeByte('\n');
    }
}
