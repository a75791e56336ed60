package cn.anxin.hotline.escalation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an incident is carried to people.
 *
 * @param ring how long a telephone rings before the next rung
 * @param talkLimit how long the listening and deciding may take, from answer on
 * @param seen how long whoever took it has to see the person
 * @param settled how long the matter may stay open after the person was seen
 * @param lapPause rest after everybody was tried, before everybody is tried again
 * @param patience wait for a key after the last word
 */
@ConfigurationProperties("hotline.escalation")
public record EscalationSettings(
        @DefaultValue("30s") Duration ring,
        @DefaultValue("2m") Duration talkLimit,
        @DefaultValue("30m") Duration seen,
        @DefaultValue("12h") Duration settled,
        @DefaultValue("1m") Duration lapPause,
        @DefaultValue("8s") Duration patience) {

    public EscalationSettings {
        if (ring.isNegative() || ring.toMinutes() > 2 || seen.isZero() || settled.isZero()) {
            throw new IllegalArgumentException(
                    "hotline.escalation: ring at most 2m; seen and settled more than nothing");
        }
    }
}
