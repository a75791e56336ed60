package cn.anxin.hotline.notice.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a channel is used.
 *
 * @param atOnce messages under way at the same time
 * @param perMinute messages; 0: as many as such a channel is known to take
 * @param patience from the first byte to the last of one attempt
 */
public record Limits(
        @DefaultValue("4") int atOnce,
        @DefaultValue("0") int perMinute,
        @DefaultValue("10s") Duration patience) {

    public Limits {
        if (atOnce < 1 || atOnce > 50 || perMinute < 0) {
            throw new IllegalArgumentException("hotline.notice: limits.at-once 1 to 50");
        }
        if (patience.toMillis() < 10 || patience.toSeconds() > 60) {
            throw new IllegalArgumentException("hotline.notice: limits.patience 10ms to 60s");
        }
    }

    Limits of(ChannelKind kind) {
        return perMinute > 0 ? this : new Limits(atOnce, kind.perMinute(), patience);
    }
}
