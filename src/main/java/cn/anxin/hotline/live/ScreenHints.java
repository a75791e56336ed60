package cn.anxin.hotline.live;

import cn.anxin.hotline.call.ScreenSignal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Passes the hint that something changed on to the screens of this process, at most five times a
 * second and at most a fifth of a second late, however often it is given.
 */
@Component
public class ScreenHints implements ScreenSignal, AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(ScreenHints.class);

    private final AtomicBoolean changedHere = new AtomicBoolean();
    private final AtomicBoolean changedElsewhere = new AtomicBoolean();
    private final List<Runnable> screens = new CopyOnWriteArrayList<>();
    private final List<Runnable> relays = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("screen-hints").factory());

    ScreenHints() {
        beat.scheduleWithFixedDelay(
                this::pass, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void changed() {
        changedHere.set(true);
    }

    /**
     * Has the screen told from now on. It is told on a thread that all screens share, so it must
     * return at once; what it throws is logged.
     *
     * @return ends the telling
     */
    public Runnable watch(Runnable screen) {
        screens.add(screen);
        return () -> screens.remove(screen);
    }

    /** Another process says that something changed. */
    void changedElsewhere() {
        changedElsewhere.set(true);
    }

    /** Has other processes told of what changed in this one. */
    void relay(Runnable relay) {
        relays.add(relay);
    }

    private void pass() {
        var here = changedHere.getAndSet(false);
        var elsewhere = changedElsewhere.getAndSet(false);
        if (here) {
            relays.forEach(ScreenHints::tell);
        }
        if (here || elsewhere) {
            screens.forEach(ScreenHints::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("a screen could not be told of a change", e);
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
