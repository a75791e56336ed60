package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.LiveCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every channel that Asterisk had at one instant. */
record ChannelList(List<Channel> channels, Instant asOf) {

    ChannelList {
        channels = List.copyOf(channels);
    }

    /** Without those whose end was heard of since. */
    ChannelList without(Set<String> ended) {
        return new ChannelList(
                channels.stream().filter(channel -> !ended.contains(channel.id())).toList(), asOf);
    }

    /** The conversations, too: the channel that began one may be gone while the others talk. */
    LiveCalls liveCalls() {
        Set<CallId> calls =
                channels.stream()
                        .flatMap(channel -> Stream.of(channel.id(), channel.linked()))
                        .flatMap(id -> ChannelIds.read(id).stream())
                        .collect(Collectors.toSet());
        return new LiveCalls(calls, asOf);
    }

    Set<String> trunkChannels() {
        return channels.stream()
                .filter(channel -> TrunkChannels.isTrunk(channel.name()))
                .map(Channel::id)
                .collect(Collectors.toSet());
    }

    /**
     * @param linked the oldest channel of the same conversation
     * @param application of the dialplan that holds it, as {@code AGI}, {@code Queue}
     * @param bridged whether it hears another channel
     */
    record Channel(
            String id,
            String linked,
            String name,
            boolean up,
            String application,
            boolean bridged,
            String callerNumber,
            Duration age) {

        /** Whether it is the caller, or the person we called, and not one of the phones rung. */
        boolean beganTheCall() {
            return id.equals(linked) && !name.startsWith("Local/");
        }

        @Override
        public String toString() {
            return "Channel[" + id + ", " + application + "]";
        }
    }
}
