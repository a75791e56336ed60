package cn.anxin.hotline.watch;

import cn.anxin.hotline.duework.DueWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks at every room's {@link Invariants} every ten seconds: a gauge for each, a line in the log
 * for what is broken, and {@link Broken} for what stays so. Always up in the health report: nobody
 * is helped by a restart.
 */
@Component("invariants")
class InvariantWatch implements DueWork, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(InvariantWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** What heals by itself within two looks wakes nobody. */
    private static final int LOOKS_UNTIL_LOUD = 3;

    private final List<Invariants> rooms;
    private final ApplicationEventPublisher news;
    private final MeterRegistry meters;
    private final Clock clock;

    /** Of one thread, the sweep's. */
    private final Map<Invariant, Integer> brokenFor = new HashMap<>();

    private volatile Map<Invariant, Long> breaches = Map.of();
    private volatile Instant looked = Instant.EPOCH;

    InvariantWatch(
            List<Invariants> rooms,
            ApplicationEventPublisher news,
            MeterRegistry meters,
            Clock clock) {
        this.rooms = List.copyOf(rooms);
        this.news = news;
        this.meters = meters;
        this.clock = clock;
    }

    private record Invariant(String room, String name) implements Comparable<Invariant> {
        @Override
        public int compareTo(Invariant other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return room + "." + name;
        }
    }

    @Override
    public String name() {
        return "invariants";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(PAUSE))) {
            return 0;
        }
        var found = new TreeMap<Invariant, Long>();
        for (var room : rooms) {
            room.breaches()
                    .forEach((name, rows) -> found.put(new Invariant(room.room(), name), rows));
        }
        found.keySet().stream().filter(name -> !breaches.containsKey(name)).forEach(this::gauge);
        breaches = Map.copyOf(found);
        looked = now;
        found.forEach(this::tell);
        return 0;
    }

    private void gauge(Invariant invariant) {
        Gauge.builder("hotline.invariant.breaches", () -> breaches.getOrDefault(invariant, 0L))
                .description("rows that break what must hold of a room")
                .tag("room", invariant.room())
                .tag("invariant", invariant.name())
                .register(meters);
    }

    private void tell(Invariant invariant, long rows) {
        if (rows == 0) {
            brokenFor.remove(invariant);
            return;
        }
        log.error("Invariant broken: {}, {} rows", invariant, rows);
        if (brokenFor.merge(invariant, 1, Integer::sum) == LOOKS_UNTIL_LOUD) {
            news.publishEvent(new Broken(invariant.room(), invariant.name(), rows));
        }
    }

    @Override
    public Health health() {
        var shown = new TreeMap<String, Long>();
        breaches.forEach((invariant, rows) -> shown.put(invariant.toString(), rows));
        return Health.up().withDetail("looked", looked).withDetail("breaches", shown).build();
    }
}
