package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.people.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The windows of one day as instants, in order, without overlap; at least one.
 *
 * <p>When clocks change: a window opens with the first and closes with the last instant that bears
 * its local time, so a doubled hour is rung in both times; a window that would open within a
 * skipped hour moves by that hour as a whole, and one that would close within it closes as much
 * later. So none is lost.
 */
public record Chances(List<Period> periods) {

    /**
     * @throws IllegalArgumentException if there is none
     */
    public Chances {
        periods = List.copyOf(periods);
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a day that is rung has a window");
        }
    }

    static Chances of(List<Window> windows, LocalDate day, ZoneId zone) {
        var merged = new ArrayList<Period>();
        windows.stream()
                .map(window -> period(window, day, zone))
                .sorted(Comparator.comparing(Period::opens))
                .forEach(period -> add(merged, period));
        return new Chances(merged);
    }

    private static void add(List<Period> merged, Period next) {
        if (merged.isEmpty() || next.opens().isAfter(merged.getLast().closes())) {
            merged.add(next);
        } else {
            var last = merged.removeLast();
            var closes = Stream.of(last.closes(), next.closes()).max(Comparator.naturalOrder());
            merged.add(new Period(last.opens(), closes.get()));
        }
    }

    private static Period period(Window window, LocalDate day, ZoneId zone) {
        var opens = day.atTime(window.opens());
        var first = opens.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        var skipped = zone.getRules().getValidOffsets(opens).isEmpty();
        return new Period(
                first,
                skipped
                        ? first.plus(Duration.between(window.opens(), window.closes()))
                        : last(day, window.closes(), zone));
    }

    private static Instant last(LocalDate day, LocalTime time, ZoneId zone) {
        return LocalDateTime.of(day, time).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    public Instant opens() {
        return periods.getFirst().opens();
    }

    public Instant closes() {
        return periods.getLast().closes();
    }

    /** Those that have not closed yet; may be none. */
    public List<Period> leftAt(Instant now) {
        return periods.stream().filter(period -> period.closes().isAfter(now)).toList();
    }
}
