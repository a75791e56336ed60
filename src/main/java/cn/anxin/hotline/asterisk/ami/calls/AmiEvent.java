package cn.anxin.hotline.asterisk.ami.calls;

import java.time.Duration;
import java.time.Instant;

/**
 * What we want to know of Asterisk's events, in our words. A channel is named by its {@code
 * UNIQUEID}; {@code at} is when we heard of it.
 */
public sealed interface AmiEvent {

    /**
     * @param name Asterisk's name of the channel, as {@code PJSIP/trunk-0000001a}
     */
    record ChannelOpened(String channel, String name, Instant at) implements AmiEvent {}

    /** The far end, or the network before it, answered our call attempt with a sign of life. */
    record ChannelAlerting(String channel) implements AmiEvent {}

    record ChannelUp(String channel, Instant at) implements AmiEvent {}

    /**
     * @param linked the oldest channel of the same conversation; the channel itself if it has none
     * @param wasUp whether it had been answered
     * @param q850Cause 0 if none was given
     * @param sipStatus 0 if none was given
     */
    record ChannelClosed(
            String channel,
            String linked,
            String name,
            boolean wasUp,
            int q850Cause,
            int sipStatus,
            Instant at)
            implements AmiEvent {}

    /** A call that we submitted came to nothing; whether it had a channel is not said. */
    record OriginateFailed(String actionId, Instant at) implements AmiEvent {}

    record CallerQueued(String channel, String callerNumber, Instant at) implements AmiEvent {
        @Override
        public String toString() {
            return "CallerQueued[" + channel + "]";
        }
    }

    record CallerAnswered(String channel, String callerNumber, String dutyPhone, Instant at)
            implements AmiEvent {
        @Override
        public String toString() {
            return "CallerAnswered[" + channel + "]";
        }
    }

    record TalkingStarted(String channel) implements AmiEvent {}

    record TalkingStopped(String channel, Duration spoken) implements AmiEvent {}

    /** A look at all of Asterisk's channels. */
    record ChannelsSeen(ChannelList list) implements AmiEvent {}
}
