package cn.anxin.hotline.wellness;

import cn.anxin.hotline.wellness.plan.Spacing;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the daily check rings people.
 *
 * @param daily whether each day's round plans itself; a round can always be started by hand
 * @param attempts how many calls that were not our own line's failure may come to nothing
 * @param ring how long it rings: six rings give an elder the time to get up
 * @param talkLimit how long the questions may take, from answer on
 * @param patience wait for a key after the last word
 * @param latest local time after which a window that was missed for our own fault is not made up
 * @param makeUp how long such a window is opened again, and how long a round started by hand lasts
 * @param deskWord how long the round leaves somebody in peace who has just talked with the duty
 *     desk, so that the desk can say how they are; it never moves the close of a window
 * @param numberDoubt how long the network must go on saying that a number does not exist until it
 *     is believed; nothing believes it at once
 * @param summaryAt local time at which the day's sum is kept
 */
@ConfigurationProperties("hotline.wellness")
public record WellnessSettings(
        @DefaultValue("true") boolean daily,
        @DefaultValue("3") int attempts,
        @DefaultValue("40s") Duration ring,
        @DefaultValue("3m") Duration talkLimit,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("19:30") LocalTime latest,
        @DefaultValue("1h") Duration makeUp,
        @DefaultValue("20m") Duration deskWord,
        @DefaultValue("10m") Duration numberDoubt,
        @DefaultValue("20:00") LocalTime summaryAt,
        @DefaultValue Spacing spacing) {

    public WellnessSettings {
        if (attempts < 1 || attempts > 20 || ring.isNegative() || ring.toMinutes() > 2) {
            throw new IllegalArgumentException(
                    "hotline.wellness: attempts 1 to 20, ring at most 2m");
        }
    }
}
