package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The carrier's channels: those in use by anybody, ours and callers', and those promised to calls
 * that have no channel yet. Counted from events and put right by every resynchronisation. Safe for
 * any thread.
 */
public final class TrunkChannels {
    private static final String NAME = "PJSIP/trunk-";

    /** How long a submitted call may be without a channel; Asterisk takes milliseconds. */
    private static final Duration PROMISE = Duration.ofSeconds(5);

    private final int cap;
    private final int reserve;
    private final Map<String, Instant> inUse = new HashMap<>();

    /** Before the first look nobody knows what the process before this one left up. */
    private boolean seen;

    TrunkChannels(TrunkSettings trunk) {
        this.cap = trunk.channels();
        this.reserve = trunk.reserve();
    }

    static boolean isTrunk(String channelName) {
        return channelName.startsWith(NAME);
    }

    /** Takes a channel for a call about to be submitted, or says that there is none for it. */
    synchronized boolean promise(CallId call, Instant at) {
        if (free(call.purpose()) == 0) {
            return false;
        }
        inUse.put(call.value(), at);
        return true;
    }

    synchronized void opened(String channel, Instant at) {
        inUse.put(channel, at);
    }

    /** Also takes back a promise. */
    synchronized void closed(String channel) {
        inUse.remove(channel);
    }

    /**
     * @param live every channel of the trunk at {@code asOf}
     */
    synchronized void correct(Set<String> live, Instant asOf) {
        seen = true;
        var promisedSince = asOf.minus(PROMISE);
        inUse.entrySet()
                .removeIf(one ->
                        !live.contains(one.getKey()) && one.getValue().isBefore(promisedSince));
        live.forEach(channel -> inUse.putIfAbsent(channel, asOf));
    }

    /** For the round none until the channels were seen; who goes before it does not wait. */
    synchronized int free(CallPurpose purpose) {
        var mine =
                switch (purpose) {
                    case CHECK -> seen ? cap - reserve : 0;
                    case ESCALATION, INBOUND -> cap;
                };
        return Math.max(0, mine - inUse.size());
    }

    /** Of the carrier's channels, promised ones included. */
    public synchronized int inUse() {
        return inUse.size();
    }

    /** How many the carrier lets us hold at once. */
    public int cap() {
        return cap;
    }
}
