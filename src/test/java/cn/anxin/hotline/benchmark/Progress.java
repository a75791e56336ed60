package cn.anxin.hotline.benchmark;

import java.time.Duration;

/** Tells twice a minute how far a benchmark is. */
final class Progress {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final int people;
    private final long began = System.nanoTime();
    private long told = began;

    Progress(int people) {
        this.people = people;
    }

    boolean due() {
        return System.nanoTime() - told >= EVERY.toNanos();
    }

    /**
     * Says nothing unless it is {@link #due}.
     *
     * @param more what else there is to tell
     */
    void tell(int done, String more) {
        if (!due()) {
            return;
        }
        told = System.nanoTime();
        var seconds = (told - began) / 1e9;
        var rate = done / seconds;
        var left = rate > 0 ? "%.0f min".formatted((people - done) / rate / 60) : "?";
        System.out.printf(
                "  %,d of %,d people done (%.1f %%) in %.0f min, %.1f a second, about %s left%s%n",
                done, people, 100.0 * done / people, seconds / 60, rate, left, more);
    }
}
