package cn.anxin.hotline.notice.channel;

import java.time.Duration;

/** How long to leave a channel in peace that says "too many" and not how long. */
final class Throttle {
    /** Limits are told by the minute. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private Throttle() {}
}
