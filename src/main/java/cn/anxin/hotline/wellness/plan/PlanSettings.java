package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.people.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The town's ways of ringing people, where they are more than attempts, ring and spacing.
 *
 * @param furtherWindows further chances a day for everybody, beside the window that the roster
 *     names for each
 * @param weekdays on which people are rung
 * @param onHolidays how public holidays are treated
 * @param holidayWindows the windows on holidays that have their own
 * @param holidays the days that are public holidays; towns get the list late each year
 * @param questions names of the further questions that everybody is asked
 * @param proof which key of theirs says that they are fine
 * @param groups who of the town is rung in another way; of several that fit the later one holds,
 *     and a person's own plan before all
 */
@ConfigurationProperties("hotline.wellness.plan")
public record PlanSettings(
        @DefaultValue List<Window> furtherWindows,
        @DefaultValue({
                    "MONDAY",
                    "TUESDAY",
                    "WEDNESDAY",
                    "THURSDAY",
                    "FRIDAY",
                    "SATURDAY",
                    "SUNDAY"
                })
                Set<DayOfWeek> weekdays,
        @DefaultValue("SAME") OnHolidays onHolidays,
        @DefaultValue List<Window> holidayWindows,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue Set<String> questions,
        @DefaultValue("KEY_ONE") Proof proof,
        @DefaultValue List<Group> groups) {

    public PlanSettings {
        furtherWindows = List.copyOf(furtherWindows);
        weekdays = Set.copyOf(weekdays);
        holidayWindows = List.copyOf(holidayWindows);
        holidays = Set.copyOf(holidays);
        questions = Set.copyOf(questions);
        groups = List.copyOf(groups);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("hotline.wellness.plan.weekdays: at least one");
        }
        if (onHolidays == OnHolidays.OWN_WINDOWS && holidayWindows.isEmpty()) {
            throw new IllegalArgumentException(
                    "hotline.wellness.plan.holiday-windows: holidays are to have their own");
        }
    }
}
