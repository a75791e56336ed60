package cn.anxin.hotline.notice;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long until a message is tried again: each pause twice the one before, up to the longest, and
 * up to a quarter shorter by chance, so that what failed together does not come back together.
 */
record RetryPauses(Duration first, Duration longest, RandomGenerator chance) {
    private static final int MOST_DOUBLINGS = 30;
    private static final double JITTER = 0.25;

    /**
     * @param attempt that failed, from 1
     */
    Duration after(int attempt) {
        var doubled = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
        var whole = shorter(doubled, longest).toMillis();
        return Duration.ofMillis(whole - (long) (whole * JITTER * chance.nextDouble()));
    }

    /** What the other side asks for, within bounds: it must not silence us for a day. */
    Duration asked(Duration rest) {
        return shorter(rest, longest);
    }

    /**
     * @param rest that the other side asks for; null: it does not
     */
    Duration after(int attempt, @Nullable Duration rest) {
        var own = after(attempt);
        return rest == null || asked(rest).compareTo(own) < 0 ? own : asked(rest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
