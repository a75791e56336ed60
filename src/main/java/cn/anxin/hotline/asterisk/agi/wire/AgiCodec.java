package cn.anxin.hotline.asterisk.agi.wire;

import io.netty.channel.ChannelPipeline;

/**
 * Makes of a connection's bytes one {@link CallHeader} and then what an {@link AgiLink} hears.
 * Bounded: lines of 8 KB, a header of 200 lines and 64 KB; only a longer header fails, with Netty's
 * {@code TooLongFrameException} at the handlers that follow.
 */
public final class AgiCodec {
    private AgiCodec() {}

    /** At the pipeline's end, once, before its first byte. */
    public static void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new LineDecoder()).addLast(new AgiDecoder()).addLast(new CommandEncoder());
    }
}
