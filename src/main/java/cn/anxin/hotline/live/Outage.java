package cn.anxin.hotline.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps us away from a store that just failed: for one second first, for twice as long after each
 * try that fails too, for half a minute at most. When a pause is over, one try is let through.
 */
class Outage {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private Duration pause = FIRST_PAUSE;
    private @Nullable Instant retryAt;
    private boolean trying;

    Outage(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean ongoing() {
        return retryAt != null;
    }

    /** Whether the caller may try now. During an outage only one caller a pause may. */
    synchronized boolean mayTry() {
        if (retryAt == null) {
            return true;
        }
        var now = clock.instant();
        // a clock set back must not lengthen the pause
        var due = !now.isBefore(retryAt) || now.isBefore(retryAt.minus(LONGEST_PAUSE));
        if (due) {
            retryAt = now.plus(pause);
            trying = true;
        }
        return due;
    }

    /** Returns whether this failure began the outage. */
    synchronized boolean failed() {
        var begins = retryAt == null;
        if (begins) {
            pause = FIRST_PAUSE;
        } else if (trying) {
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        } else {
            // one of the many that were under way when the outage began
            return false;
        }
        trying = false;
        retryAt = clock.instant().plus(pause);
        return begins;
    }

    /** Returns whether this success ended the outage. */
    synchronized boolean succeeded() {
        var ends = retryAt != null;
        retryAt = null;
        trying = false;
        return ends;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
