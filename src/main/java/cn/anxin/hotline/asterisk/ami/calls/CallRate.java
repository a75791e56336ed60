package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallPurpose;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * How many calls may be started a second. A second's worth may start at once; the last start is
 * kept for those who go before the round. Safe for any thread.
 */
final class CallRate {
    private static final int KEPT_FROM_CHECKS = 1;

    private final Bucket starts;

    /**
     * @param time never goes back, whatever the wall clock does
     */
    CallRate(int callsPerSecond, TimeMeter time) {
        this.starts =
                Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit ->
                                limit.capacity(callsPerSecond + KEPT_FROM_CHECKS)
                                        .refillGreedy(callsPerSecond, Duration.ofSeconds(1)))
                        .build();
    }

    synchronized boolean take(CallPurpose purpose) {
        return free(purpose) > 0 && starts.tryConsume(1);
    }

    synchronized int free(CallPurpose purpose) {
        return Math.max(0, (int) starts.getAvailableTokens() - kept(purpose));
    }

    /** Until the next start; empty if there may be one now. */
    synchronized Optional<Duration> freeIn(CallPurpose purpose) {
        var nanos = starts.estimateAbilityToConsume(1 + kept(purpose)).getNanosToWaitForRefill();
        return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private static int kept(CallPurpose purpose) {
        return purpose == CallPurpose.CHECK ? KEPT_FROM_CHECKS : 0;
    }
}
