package cn.anxin.hotline.console;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the house screens and programs may use: telephone calls go first.
 *
 * @param requests handled at the same time; fewer than the database has connections
 * @param patience how long a further request waits for its turn before it is sent away
 * @param screens connected at the same time
 * @param heartbeat between two signs of life to a screen
 * @param replyWaits how long what somebody said in a check may wait for a human ear before the
 *     screen shows it in red
 * @param endWaits the same for a pause, or being alone for a time, that is over
 */
@ConfigurationProperties("hotline.console")
public record ConsoleSettings(
        @DefaultValue("5") int requests,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("50") int screens,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("30m") Duration replyWaits,
        @DefaultValue("24h") Duration endWaits) {

    public ConsoleSettings {
        if (requests < 1 || screens < 1 || patience.isNegative() || heartbeat.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "hotline.console: requests and screens 1 or more, heartbeat 10ms or more");
        }
        if (!replyWaits.isPositive() || !endWaits.isPositive()) {
            throw new IllegalArgumentException(
                    "hotline.console.reply-waits, end-waits: more than nothing");
        }
    }
}
