package cn.anxin.hotline.people.pause;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longest from the day on which a pause is begun or prolonged to the day they are back
 * @param tell local time at which, on the day somebody is back, it is told
 * @param remind how long until it is told again, while nobody has said that they know
 */
@ConfigurationProperties("hotline.people.pause")
public record PauseSettings(
        @DefaultValue("92d") Duration longest,
        @DefaultValue("08:00") LocalTime tell,
        @DefaultValue("4h") Duration remind) {

    public PauseSettings {
        if (longest.toDays() < 1 || longest.toDays() > 366) {
            throw new IllegalArgumentException("hotline.people.pause.longest: 1d to 366d");
        }
        if (remind.toMinutes() < 1 || remind.toDays() > 7) {
            throw new IllegalArgumentException("hotline.people.pause.remind: 1m to 7d");
        }
    }
}
