package cn.anxin.hotline.duework;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sweeps every {@link DueWork} on a thread of its own, so that none waits for another. A sweep that
 * throws is logged, counted, and repeated after the interval, for ever.
 */
@Component
class DueWorkLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueWorkLoop.class);

    /** Longer than any sweep is allowed to take. */
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final List<DueWork> works;
    private final Nudges nudges;
    private final DueWorkSettings settings;
    private final MeterRegistry meters;
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    DueWorkLoop(
            List<DueWork> works, Nudges nudges, DueWorkSettings settings, MeterRegistry meters) {
        this.works = List.copyOf(works);
        this.nudges = nudges;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        threads =
                works.stream()
                        .map(work ->
                                Thread.ofVirtual()
                                        .name("due-" + work.name())
                                        .start(() -> run(work)))
                        .toList();
    }

    private void run(DueWork work) {
        while (running) {
            try {
                if (sweep(work) < settings.batch()) {
                    nudges.await(work.name(), rest(work));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration rest(DueWork work) {
        var wished = work.rest();
        return wished.compareTo(settings.interval()) < 0 ? wished : settings.interval();
    }

    private int sweep(DueWork work) {
        try {
            return meters.timer("hotline.duework.sweep", "work", work.name())
                    .record(() -> work.sweep(settings.batch()));
        } catch (RuntimeException e) {
            meters.counter("hotline.duework.failures", "work", work.name()).increment();
            log.error("Sweep of {} failed; the rows stay due and are tried again", work.name(), e);
            return 0;
        }
    }

    /** Lets every sweep finish: an interrupted one would tear its database connection. */
    @Override
    public void stop() {
        running = false;
        works.forEach(work -> nudges.nudge(work.name()));
        try {
            for (var thread : threads) {
                thread.join(STOPPING);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    /** Before calls are taken, and until the last one taken is over. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
