package cn.anxin.hotline.wellness.sheet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param every how often the sheet that lies ready for printing is written anew
 * @param before how long before the first window it lies there
 */
@ConfigurationProperties("hotline.wellness.call-sheet")
public record CallSheetSettings(
        @DefaultValue("3m") Duration every, @DefaultValue("1h") Duration before) {

    public CallSheetSettings {
        if (every.toMillis() < 1000 || every.toHours() >= 1) {
            throw new IllegalArgumentException(
                    "hotline.wellness.call-sheet.every: from 1s, shorter than 1h");
        }
        if (before.isNegative() || before.toHours() > 24) {
            throw new IllegalArgumentException("hotline.wellness.call-sheet.before: up to 24h");
        }
    }
}
