package cn.anxin.hotline.duework;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param interval between two sweeps of the same kind when nobody nudges
 * @param batch rows at most a sweep
 */
@ConfigurationProperties("hotline.due-work")
public record DueWorkSettings(
        @DefaultValue("1s") Duration interval, @DefaultValue("50") int batch) {

    public DueWorkSettings {
        if (interval.toMillis() < 10 || interval.toSeconds() > 10 || batch < 1 || batch > 1000) {
            throw new IllegalArgumentException(
                    "hotline.due-work: interval 10ms to 10s, batch 1 to 1000");
        }
    }
}
