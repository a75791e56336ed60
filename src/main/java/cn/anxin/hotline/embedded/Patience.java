package cn.anxin.hotline.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for another process, which cannot tell us when it is ready. */
final class Patience {
    private static final Duration STEP = Duration.ofMillis(20);

    private Patience() {}

    /**
     * @return whether it came true in time
     */
    static boolean until(BooleanSupplier ready, Duration limit) throws InterruptedException {
        for (var waited = Duration.ZERO; waited.compareTo(limit) < 0; waited = waited.plus(STEP)) {
            if (ready.getAsBoolean()) {
                return true;
            }
            Thread.sleep(STEP);
        }
        return ready.getAsBoolean();
    }
}
