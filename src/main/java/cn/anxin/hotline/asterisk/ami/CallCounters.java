package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Placement;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts calls by what became of them. */
final class CallCounters {
    private final MeterRegistry registry;

    CallCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void placed(CallPurpose purpose, Placement placement) {
        var result =
                switch (placement) {
                    case Placement.Accepted _ -> "ACCEPTED";
                    case Placement.Refused refused -> refused.reason().name();
                };
        registry.counter("hotline.calls.placed", "purpose", purpose.name(), "result", result)
                .increment();
    }

    void ended(CallId call, CallOutcome outcome) {
        registry.counter(
                        "hotline.calls.ended",
                        "purpose",
                        call.purpose().name(),
                        "outcome",
                        outcome.name())
                .increment();
    }
}
