package cn.anxin.hotline.asterisk.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shell's watch over the service, {@code ops/lib/watchdog.sh}.
 *
 * @param patience how long the service may be dead until the duty phones ring; as long a rest lies
 *     between two rounds of such calls
 * @param again how long after somebody has pressed the key they ring once more if it still is
 */
@ConfigurationProperties("hotline.watchdog")
record WatchdogSettings(@DefaultValue("2m") Duration patience, @DefaultValue("1h") Duration again) {

    WatchdogSettings {
        if (patience.toSeconds() < 1 || patience.toHours() >= 1) {
            throw new IllegalArgumentException(
                    "hotline.watchdog.patience: from 1 s, shorter than one hour");
        }
        if (again.compareTo(patience) < 0 || again.toHours() > 24) {
            throw new IllegalArgumentException(
                    "hotline.watchdog.again: not shorter than patience, up to 24h");
        }
    }
}
