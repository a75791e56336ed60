package cn.anxin.hotline.wellness;

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
        @DefaultValue Spacing spacing) {

    public WellnessSettings {
        if (attempts < 1 || attempts > 20 || ring.isNegative() || ring.toMinutes() > 2) {
            throw new IllegalArgumentException(
                    "hotline.wellness: attempts 1 to 20, ring at most 2m");
        }
    }

    /**
     * Rest before the next attempt, by what came of the last one.
     *
     * @param otherNumber after a number that does not exist, when there is another
     * @param lineFault after a failure of our own line; such an attempt is not counted
     */
    public record Spacing(
            @DefaultValue("5m") Duration busy,
            @DefaultValue("15m") Duration noAnswer,
            @DefaultValue("15m") Duration rejected,
            @DefaultValue("20m") Duration unreachable,
            @DefaultValue("5m") Duration unconfirmed,
            @DefaultValue("1s") Duration otherNumber,
            @DefaultValue("30s") Duration lineFault) {

        Duration after(AttemptResult result) {
            return switch (result) {
                case BUSY -> busy;
                case NO_ANSWER -> noAnswer;
                case REJECTED -> rejected;
                case UNREACHABLE -> unreachable;
                case UNCONFIRMED -> unconfirmed;
                case NO_SUCH_NUMBER -> otherNumber;
                case CONGESTION, LINE_FAULT, LOST, NOT_PLACED -> lineFault;
                case FINE, HELP, EMERGENCY ->
                        throw new IllegalArgumentException(result + " ends the check");
            };
        }
    }
}
