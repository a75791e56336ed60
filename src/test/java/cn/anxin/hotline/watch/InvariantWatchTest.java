package cn.anxin.hotline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class InvariantWatchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Object> news = new ArrayList<>();
    private final Ticking clock = new Ticking();
    private long overdue;
    private final InvariantWatch watch =
            new InvariantWatch(List.of(new Kitchen()), news::add, meters, clock);

    private class Kitchen implements Invariants {
        @Override
        public String room() {
            return "kitchen";
        }

        @Override
        public Map<String, Long> breaches() {
            return Map.of("NOTHING_BURNS", overdue, "WATER_RUNS", 0L);
        }
    }

    private static class Ticking extends Clock {
        private Instant now = Instant.parse("2026-03-01T04:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.sweep(100);
            clock.now = clock.now.plusSeconds(10);
        }
    }

    @Test
    void whatIsBrokenIsInTheGaugesAndInTheHealthReportWhichStaysUp() {
        overdue = 2;
        look(1);

        assertThat(gauge("NOTHING_BURNS")).isEqualTo(2);
        assertThat(gauge("WATER_RUNS")).isZero();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(watch.health().getDetails().get("breaches"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("kitchen.NOTHING_BURNS", 2L);
    }

    private double gauge(String invariant) {
        return meters.get("hotline.invariant.breaches")
                .tag("room", "kitchen")
                .tag("invariant", invariant)
                .gauge()
                .value();
    }

    @Test
    void whatHealsByItselfWakesNobody() {
        overdue = 1;
        look(2);
        overdue = 0;
        look(1);
        overdue = 1;
        look(2);

        assertThat(news).isEmpty();
    }

    @Test
    void whatStaysBrokenIsLoudOnceUntilItHeldAgain() {
        overdue = 1;
        look(10);
        assertThat(news).containsExactly(new Broken("kitchen", "NOTHING_BURNS", 1));

        overdue = 0;
        look(1);
        overdue = 3;
        look(3);
        assertThat(news).last().isEqualTo(new Broken("kitchen", "NOTHING_BURNS", 3));
    }

    @Test
    void itLooksEveryTenSecondsAndWhenTheClockWasSetBack() {
        look(1);
        clock.now = clock.now.minusSeconds(5);
        overdue = 1;
        watch.sweep(100);
        assertThat(gauge("NOTHING_BURNS")).isZero();

        clock.now = clock.now.minus(Duration.ofHours(1));
        watch.sweep(100);
        assertThat(gauge("NOTHING_BURNS")).isEqualTo(1);
    }
}
