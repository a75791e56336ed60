package cn.anxin.hotline.asterisk.agi.server;

import cn.anxin.hotline.asterisk.agi.AgiSettings;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in as many scripts as we can hold well; the others are better off with the native fallback
 * at once than with us late. Any thread.
 */
final class Admission {
    /**
     * After a late start newcomers are sent on for so long, until the queue before them is gone.
     */
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    private final int maxScripts;
    private final Duration lateStart;
    private final Ticker ticker;
    private final AtomicInteger scripts = new AtomicInteger();
    private volatile boolean open;
    private volatile long lateUntil;

    Admission(AgiSettings settings, Ticker ticker) {
        this.maxScripts = settings.maxScripts();
        this.lateStart = settings.lateStart();
        this.ticker = ticker;
        this.lateUntil = ticker.nanoTime();
    }

    /**
     * Empty if it may run; then {@link #leave} is owed.
     *
     * @param loopLag how late the call's event loop does its work
     */
    Optional<Refusal> enter(Duration loopLag) {
        if (!open) {
            return Optional.of(Refusal.STOPPING);
        }
        if (loopLag.compareTo(lateStart) > 0 || ticker.nanoTime() - lateUntil < 0) {
            return Optional.of(Refusal.LATE);
        }
        if (scripts.incrementAndGet() > maxScripts) {
            scripts.decrementAndGet();
            return Optional.of(Refusal.TOO_MANY_SCRIPTS);
        }
        return Optional.empty();
    }

    void leave() {
        scripts.decrementAndGet();
    }

    /** Whether a script that waited so long to be started comes too late. */
    boolean tooLate(Duration startDelay) {
        if (startDelay.compareTo(lateStart) <= 0) {
            return false;
        }
        lateUntil = ticker.nanoTime() + RECOVERY.toNanos();
        return true;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    int scripts() {
        return scripts.get();
    }
}
