package cn.anxin.hotline.asterisk.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The patience of the native dialplan: what happens to a caller when nothing of ours decides.
 *
 * @param dutyLap how long the duty phones ring before the caller hears a word of comfort; telecare
 *     is measured by 60 s and 180 s
 * @param dutyLaps how many laps before the caller is asked for a message
 * @param message the longest message
 */
@ConfigurationProperties("hotline.dialplan")
record DialplanSettings(
        @DefaultValue("30s") Duration dutyLap,
        @DefaultValue("6") int dutyLaps,
        @DefaultValue("3m") Duration message) {

    /**
     * A mobile's ringing ends this long before its lap does, so that a key can still be pressed.
     */
    private static final Duration MOBILE_ANSWER = Duration.ofSeconds(12);

    private static final Duration SHORTEST_LAP = Duration.ofSeconds(2);

    DialplanSettings {
        atLeast("hotline.dialplan.duty-lap", dutyLap, SHORTEST_LAP);
        atLeast("hotline.dialplan.message", message, Duration.ofSeconds(5));
        if (dutyLaps < 1 || dutyLaps > 100) {
            throw new IllegalArgumentException("hotline.dialplan.duty-laps: 1 to 100");
        }
    }

    Duration mobileRing() {
        var ring = dutyLap.minus(MOBILE_ANSWER);
        return ring.compareTo(SHORTEST_LAP) < 0 ? dutyLap : ring;
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    name + ": from " + least.toSeconds() + " s to one hour");
        }
    }
}
