package cn.anxin.hotline.recordings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep from when something was said until it is deleted, heard or not; the town's rules on
 *     personal data decide
 */
@ConfigurationProperties("hotline.recordings")
public record RecordingSettings(@DefaultValue("90d") Duration keep) {

    public RecordingSettings {
        if (keep.toDays() < 1 || keep.toDays() > 3660) {
            throw new IllegalArgumentException("hotline.recordings.keep: 1d to 3660d");
        }
    }
}
