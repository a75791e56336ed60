package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.wellness.Method;
import cn.anxin.hotline.wellness.Verdict;
import cn.anxin.hotline.wellness.plan.CallPlan;
import cn.anxin.hotline.wellness.plan.Chances;
import cn.anxin.hotline.wellness.plan.DayPlan;
import cn.anxin.hotline.wellness.plan.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person's check in a round begins as. Pure.
 *
 * @param verdict null: it is to be rung
 * @param why the verdict's evidence
 * @param window in which it is rung first
 * @param later the windows after that one
 */
record PlannedCheck(
        @Nullable Verdict verdict,
        @Nullable Method method,
        @Nullable String why,
        Period window,
        List<Period> later) {
    private static final String ENROLLED_LATER = "ENROLLED_LATER";
    private static final String NOT_ALONE_ANY_MORE = "NOT_ALONE_ANY_MORE";

    /**
     * @param latest local time after which a window that was missed is not made up on its day
     * @param makeUp how long it is opened again before that
     */
    record Rules(ZoneId zone, LocalTime latest, Duration makeUp) {}

    static PlannedCheck rung(Period window) {
        return new PlannedCheck(null, null, null, window, List.of());
    }

    /** The same for somebody who is away by a pause; their windows are kept for an early return. */
    PlannedCheck away(long pause) {
        return verdict == null
                ? new PlannedCheck(Verdict.AWAY, Method.PAUSE, "pause " + pause, window, later)
                : this;
    }

    /** Was only temporarily alone, and that is over. */
    static PlannedCheck notAloneAnyMore(LocalDate day, ZoneId zone) {
        return notDue(NOT_ALONE_ANY_MORE, wholeDay(day, zone));
    }

    /** In the daily round of the day. */
    static PlannedCheck daily(
            CallPlan plan,
            LocalDate day,
            boolean holiday,
            Instant enrolledAt,
            Instant now,
            Rules rules) {
        return switch (plan.on(day, holiday, rules.zone())) {
            case DayPlan.NotRung(var reason) -> notDue(reason.name(), wholeDay(day, rules.zone()));
            case DayPlan.Rung(var chances) ->
                    enrolledAt.isBefore(chances.closes())
                            ? rung(chances, now, rules)
                            : notDue(ENROLLED_LATER, chances.periods().getLast());
        };
    }

    private static PlannedCheck rung(Chances chances, Instant now, Rules rules) {
        var left = chances.leftAt(now);
        if (!left.isEmpty()) {
            return new PlannedCheck(
                    null, null, null, left.getFirst(), left.subList(1, left.size()));
        }
        var early = now.atZone(rules.zone()).toLocalTime().isBefore(rules.latest());
        return rung(
                early
                        ? new Period(chances.opens(), now.plus(rules.makeUp()))
                        : chances.periods().getLast());
    }

    private static PlannedCheck notDue(String why, Period window) {
        return new PlannedCheck(Verdict.NOT_DUE, Method.PLAN, why, window, List.of());
    }

    private static Period wholeDay(LocalDate day, ZoneId zone) {
        return new Period(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** As PostgreSQL writes a multirange. */
    String laterAsText() {
        return later.stream()
                .map(period -> "[%s,%s)".formatted(period.opens(), period.closes()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
