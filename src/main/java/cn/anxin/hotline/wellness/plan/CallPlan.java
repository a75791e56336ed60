package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.people.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and how one person is rung, everything considered. Pure.
 *
 * @param windows at least one, local times; each is a further chance, and the person's day closes
 *     with the last
 * @param weekdays on which they are rung
 * @param holidayWindows used on holidays if those have windows of their own; empty: the usual ones
 * @param attempts how many in each window may come to nothing by the person's own doing
 * @param ring how long it rings
 * @param questions names of the further questions that are asked
 * @param proof which key says that they are fine
 */
public record CallPlan(
        List<Window> windows,
        Set<DayOfWeek> weekdays,
        OnHolidays onHolidays,
        List<Window> holidayWindows,
        int attempts,
        Duration ring,
        Spacing spacing,
        Set<String> questions,
        Proof proof) {

    /**
     * @throws IllegalArgumentException if there is no window
     */
    public CallPlan {
        windows = List.copyOf(windows);
        weekdays = Set.copyOf(weekdays);
        holidayWindows = List.copyOf(holidayWindows);
        questions = Set.copyOf(questions);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a plan has a window");
        }
    }

    /** What it means on a day that is, or is not, a public holiday. */
    public DayPlan on(LocalDate day, boolean holiday, ZoneId zone) {
        if (holiday && onHolidays == OnHolidays.NOT_RUNG) {
            return new DayPlan.NotRung(DayPlan.Reason.HOLIDAY);
        }
        if (!weekdays.contains(day.getDayOfWeek())) {
            return new DayPlan.NotRung(DayPlan.Reason.WEEKDAY);
        }
        var ownWindows =
                holiday && onHolidays == OnHolidays.OWN_WINDOWS && !holidayWindows.isEmpty();
        return new DayPlan.Rung(Chances.of(ownWindows ? holidayWindows : windows, day, zone));
    }

    /** The same, where nothing else is wished. */
    CallPlan with(Wishes wishes) {
        return new CallPlan(
                orElse(wishes.windows(), windows),
                orElse(wishes.weekdays(), weekdays),
                orElse(wishes.onHolidays(), onHolidays),
                orElse(wishes.holidayWindows(), holidayWindows),
                orElse(wishes.attempts(), attempts),
                orElse(wishes.ring(), ring),
                wishes.spacing() == null ? spacing : spacing.with(wishes.spacing()),
                orElse(wishes.questions(), questions),
                orElse(wishes.proof(), proof));
    }

    private static <T> T orElse(@Nullable T wished, T otherwise) {
        return wished == null ? otherwise : wished;
    }
}
