package cn.anxin.hotline.asterisk.agi;

import cn.anxin.hotline.call.CallPurpose;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** The figures of FastAGI, all named {@code hotline.agi.*}. */
@Component
final class AgiMeters {
    private final MeterRegistry registry;
    private final Timer roundTrip;
    private final Timer startDelay;

    AgiMeters(MeterRegistry registry) {
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
        registry.counter("hotline.agi.refused", "reason", tag(reason)).increment();
    }

    void missingSound() {
        registry.counter("hotline.agi.missing.sounds").increment();
    }

    void script(CallPurpose purpose, ScriptEnd end, Duration took) {
        registry.timer("hotline.agi.script", "purpose", tag(purpose), "end", tag(end)).record(took);
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
