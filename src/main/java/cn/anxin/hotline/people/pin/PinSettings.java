package cn.anxin.hotline.people.pin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When typing PINs is locked, for a calling number and for the number that was typed.
 *
 * @param wrong how many wrong ones lock
 * @param within how long a wrong one counts
 * @param lock how long the first lock lasts; each one that follows lasts twice as long
 * @param longestLock where that ends
 * @param forget how long after the last wrong one everything begins anew
 */
@ConfigurationProperties("hotline.people.pin")
public record PinSettings(
        @DefaultValue("5") int wrong,
        @DefaultValue("15m") Duration within,
        @DefaultValue("30m") Duration lock,
        @DefaultValue("24h") Duration longestLock,
        @DefaultValue("7d") Duration forget) {

    public PinSettings {
        if (wrong < 1 || wrong > 20) {
            throw new IllegalArgumentException("hotline.people.pin.wrong: 1 to 20");
        }
        if (!within.isPositive() || !lock.isPositive() || lock.compareTo(longestLock) > 0) {
            throw new IllegalArgumentException(
                    "hotline.people.pin: within and lock more than nothing, longest-lock longer");
        }
        if (forget.compareTo(longestLock) < 0) {
            throw new IllegalArgumentException(
                    "hotline.people.pin.forget: not before the longest lock is over");
        }
    }
}
