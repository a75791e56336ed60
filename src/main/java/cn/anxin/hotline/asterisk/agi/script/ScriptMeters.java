package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.call.CallPurpose;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The figures of the scripts, all named {@code hotline.agi.*}. */
@Component
final class ScriptMeters {
    private final MeterRegistry registry;

    ScriptMeters(MeterRegistry registry) {
        this.registry = registry;
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
