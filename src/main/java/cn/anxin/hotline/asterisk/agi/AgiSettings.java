package cn.anxin.hotline.asterisk.agi;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calls are held.
 *
 * @param maxScripts how many calls are held at once; the next one goes to the native fallback
 * @param header how long Asterisk may take to say which call it is
 * @param lateStart a script that would start later than this after its call arrived is not started:
 *     the first sound is promised within a second
 * @param lease what is left of {@code TIMEOUT(absolute)} while a script computes, and what the
 *     dialplan begins with; a frozen service loses the caller to the native fallback within it, and
 *     its first words come within the five seconds in which a caller is promised something
 *     human-directed
 * @param thinking how long a script may leave the caller in silence before the fallback has him
 * @param talkPause a pause in speech from which on the next word counts as speaking again
 * @param drain how long scripts may go on when the service stops
 */
@ConfigurationProperties("hotline.agi")
public record AgiSettings(
        @DefaultValue("400") int maxScripts,
        @DefaultValue("2s") Duration header,
        @DefaultValue("1s") Duration lateStart,
        @DefaultValue("4s") Duration lease,
        @DefaultValue("15s") Duration thinking,
        @DefaultValue("600ms") Duration talkPause,
        @DefaultValue("10s") Duration drain) {

    public AgiSettings {
        if (maxScripts < 1 || maxScripts > 10_000) {
            throw new IllegalArgumentException("hotline.agi.max-scripts: 1 to 10000");
        }
        atLeast("header", header, Duration.ofMillis(100));
        atLeast("late-start", lateStart, Duration.ofMillis(50));
        atLeast("lease", lease, Duration.ofSeconds(2));
        atLeast("thinking", thinking, Duration.ofSeconds(1));
        atLeast("talk-pause", talkPause, Duration.ofMillis(100));
        atLeast("drain", drain, Duration.ZERO);
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException("hotline.agi." + name + ": at least " + least);
        }
    }
}
