package cn.anxin.hotline.asterisk.agi.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** The figures of the server, all named {@code hotline.agi.*}. */
@Component
final class ServerMeters {
    private final MeterRegistry registry;
    private final Timer roundTrip;
    private final Timer startDelay;

    ServerMeters(MeterRegistry registry) {
        this.registry = registry;
        this.roundTrip = registry.timer("hotline.agi.round.trip");
        this.startDelay = registry.timer("hotline.agi.start.delay");
    }

    void watchScripts(IntSupplier running) {
        Gauge.builder("hotline.agi.scripts", running::getAsInt)
                .strongReference(true)
                .register(registry);
    }

    void roundTrip(Duration took) {
        roundTrip.record(took);
    }

    void startDelay(Duration took) {
        startDelay.record(took);
    }

    void refused(Refusal reason) {
        registry.counter("hotline.agi.refused", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
