package cn.anxin.hotline.wellness.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a round is in danger.
 *
 * @param look how often that is looked at; a round that will not be over in time has to be so at
 *     two looks
 * @param grace how long nobody may be rung although the first window has opened
 * @param stuck how long no call may begin or end although people wait for theirs
 * @param again how long until a danger that was over and is back is told again
 */
@ConfigurationProperties("hotline.wellness.deadline")
public record DeadlineSettings(
        @DefaultValue("30s") Duration look,
        @DefaultValue("5m") Duration grace,
        @DefaultValue("5m") Duration stuck,
        @DefaultValue("30m") Duration again) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public DeadlineSettings {
        for (var time : new Duration[] {look, grace, stuck, again}) {
            if (time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "hotline.wellness.deadline: none longer than an hour");
            }
        }
    }

    Duration patience(Danger danger) {
        return switch (danger) {
            case NOT_BEGUN -> grace;
            case STUCK -> stuck;
            case WILL_NOT_FINISH -> look;
        };
    }
}
