package cn.anxin.hotline.asterisk.agi;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How late each event loop does its work, told by a pulse that it should feel ten times a second.
 */
final class LoopLags {
    private static final Duration PULSE = Duration.ofMillis(100);

    private final Map<EventExecutor, Pulse> pulses = new ConcurrentHashMap<>();

    void watch(EventExecutor loop) {
        pulses.put(loop, new Pulse(loop));
    }

    /**
     * Never negative. After a stall it is told from the first moment until the next pulse: what
     * waited during the stall is served before it.
     *
     * @throws IllegalArgumentException if the loop is not watched
     */
    Duration of(EventExecutor loop) {
        var pulse = pulses.get(loop);
        if (pulse == null) {
            throw new IllegalArgumentException("not a watched loop");
        }
        return pulse.lag();
    }

    private static final class Pulse {
        private final EventExecutor loop;
        private volatile long felt;
        private volatile Duration lateness = Duration.ZERO;

        Pulse(EventExecutor loop) {
            this.loop = loop;
            this.felt = loop.ticker().nanoTime();
            var interval = PULSE.toMillis();
            loop.scheduleWithFixedDelay(this::feel, interval, interval, TimeUnit.MILLISECONDS);
        }

        Duration lag() {
            var missing = missing();
            return missing.compareTo(lateness) > 0 ? missing : lateness;
        }

        private void feel() {
            lateness = missing();
            felt = loop.ticker().nanoTime();
        }

        private Duration missing() {
            var late = loop.ticker().nanoTime() - felt - PULSE.toNanos();
            return Duration.ofNanos(Math.max(0, late));
        }
    }
}
