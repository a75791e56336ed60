package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.duework.DueWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Looks at the {@link RoundInvariants} every ten seconds: a gauge for each, a line in the log for
 * what is broken, and details in the health report. Always up there: nobody is helped by a restart.
 */
@Component("dailyRound")
class RoundWatch implements DueWork, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(RoundWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RoundInvariants invariants;
    private final Clock clock;
    private volatile Map<Invariant, Long> breaches = Map.of();
    private volatile Instant looked = Instant.EPOCH;

    RoundWatch(RoundInvariants invariants, MeterRegistry meters, Clock clock) {
        this.invariants = invariants;
        this.clock = clock;
        for (var invariant : Invariant.values()) {
            Gauge.builder("hotline.round.breaches", () -> breaches.getOrDefault(invariant, 0L))
                    .tag("invariant", invariant.name())
                    .register(meters);
        }
    }

    @Override
    public String name() {
        return "round-invariants";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(PAUSE))) {
            return 0;
        }
        breaches = invariants.breaches();
        looked = now;
        breaches.forEach((invariant, rows) -> {
            if (rows > 0) {
                log.error("Invariant broken: {}, {} rows", invariant, rows);
            }
        });
        return 0;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("looked", looked).withDetail("breaches", breaches).build();
    }
}
