package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallId;
import java.util.Optional;

/** Reads Asterisk's {@code UNIQUEID}s; one that we could not have given out is nobody's call. */
final class ChannelIds {
    private ChannelIds() {}

    static Optional<CallId> read(String channel) {
        try {
            return Optional.of(new CallId(channel));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
