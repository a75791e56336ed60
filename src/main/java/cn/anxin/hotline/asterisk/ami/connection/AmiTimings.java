package cn.anxin.hotline.asterisk.ami.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clocks of the link to Asterisk.
 *
 * @param connect for the TCP connection
 * @param silence after which a connection on which nothing arrives is given up; longer than ping
 * @param ping between two pings
 * @param pong for the answer to a ping, and to each step of the login
 * @param response for Asterisk's word that it took a call; after that we do not know
 * @param firstRetry after a lost connection; doubled each time
 * @param lastRetry where the doubling ends
 * @param resynchronise between two looks at all of Asterisk's channels
 */
@ConfigurationProperties("hotline.asterisk.ami-timings")
public record AmiTimings(
        @DefaultValue("3s") Duration connect,
        @DefaultValue("30s") Duration silence,
        @DefaultValue("10s") Duration ping,
        @DefaultValue("5s") Duration pong,
        @DefaultValue("1500ms") Duration response,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("5s") Duration lastRetry,
        @DefaultValue("15s") Duration resynchronise) {

    private static final Duration LONGEST_DIAL = Duration.ofSeconds(2);

    public AmiTimings {
        if (silence.compareTo(ping) <= 0) {
            throw new IllegalArgumentException(
                    "hotline.asterisk.ami-timings: silence is longer than ping, or every quiet"
                            + " connection would be given up");
        }
        if (response.compareTo(LONGEST_DIAL) >= 0) {
            throw new IllegalArgumentException(
                    "hotline.asterisk.ami-timings.response: less than 2 s, as Dialer promises");
        }
        if (!firstRetry.isPositive() || lastRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException(
                    "hotline.asterisk.ami-timings: 0 < first-retry ≤ last-retry");
        }
    }
}
