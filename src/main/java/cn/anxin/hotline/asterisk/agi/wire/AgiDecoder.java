package cn.anxin.hotline.asterisk.agi.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines to what they mean.
 *
 * <p>A caller's name or number may carry line breaks, which Asterisk copies into the header as they
 * are. So of two lines with one name the first counts (all that we use comes before the name), an
 * empty line ends the header only after {@code agi_threadid}, which Asterisk writes itself, and any
 * other line is passed over.
 */
final class AgiDecoder extends MessageToMessageDecoder<String> {
    static final int MOST_HEADER_LINES = 200;
    static final int LONGEST_HEADER = 64 * 1024;

    private static final String LAST_OF_ASTERISK = "agi_threadid";
    private static final Pattern REPLY = Pattern.compile("[1-9]\\d\\d[ -].*", Pattern.DOTALL);

    private enum State {
        HEADER,
        REPLY,
        USAGE,
        REFUSED
    }

    private State state = State.HEADER;
    private final Map<String, String> header = new HashMap<>();
    private int headerLines;
    private int headerLength;

    AgiDecoder() {
        super(String.class);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, String line, List<Object> out) {
        switch (state) {
            case HEADER -> header(line, out);
            case REPLY -> reply(line, out);
            case USAGE -> usage(line, out);
            case REFUSED -> {}
        }
    }

    private void header(String line, List<Object> out) {
        if (line.isEmpty() && header.containsKey(LAST_OF_ASTERISK)) {
            out.add(new CallHeader(header));
            header.clear();
            state = State.REPLY;
            return;
        }
        headerLines++;
        headerLength += line.length() + 1;
        if (headerLines > MOST_HEADER_LINES || headerLength > LONGEST_HEADER) {
            header.clear();
            state = State.REFUSED;
            throw new TooLongFrameException("a header of more than 200 lines or 64 KB");
        }
        var colon = line.indexOf(": ");
        if (colon > 0 && line.startsWith("agi_")) {
            header.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
        }
    }

    private void reply(String line, List<Object> out) {
        if (line.startsWith("HANGUP")) {
            out.add(new HangupNotice());
        } else if (!REPLY.matcher(line).matches()) {
            return;
        } else if (line.startsWith("520-")) {
            state = State.USAGE;
        } else if (line.charAt(0) != '1') { // 1xx announces a reply
            out.add(CommandReply.parse(line));
        }
    }

    /** {@code 520-}, then how the command is used, then {@code 520} and a blank. */
    private void usage(String line, List<Object> out) {
        if (line.startsWith("520 ")) {
            state = State.REPLY;
            out.add(CommandReply.parse(line));
        }
    }
}
