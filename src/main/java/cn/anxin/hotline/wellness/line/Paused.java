package cn.anxin.hotline.wellness.line;

import java.util.List;
import java.util.Optional;

/** The parts that are paused at this moment. */
public record Paused(List<OpenAlarm> alarms) {

    record OpenAlarm(long id, Part part) {}

    public Paused {
        alarms = List.copyOf(alarms);
    }

    public boolean nothing() {
        return alarms.isEmpty();
    }

    /** Whether nobody is to be rung but for probes. */
    public boolean everything() {
        return alarms.stream().anyMatch(alarm -> alarm.part().kind() == PartKind.TRUNK);
    }

    /** The alarm that keeps this call from being placed; the narrowest, if there are several. */
    public Optional<Long> alarmOn(CallParts parts) {
        return parts.all().stream()
                .flatMap(part -> alarms.stream().filter(alarm -> alarm.part().equals(part)))
                .map(OpenAlarm::id)
                .findFirst();
    }
}
