package cn.anxin.hotline.wellness.plan;

import cn.anxin.hotline.people.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the town rings everybody, and from that and what is known of a person, how that person is
 * rung. Pure.
 *
 * @param attempts as in {@link CallPlan}, like ring and spacing
 */
public record TownPlan(PlanSettings settings, int attempts, Duration ring, Spacing spacing) {

    public boolean isHoliday(LocalDate day) {
        return settings.holidays().contains(day);
    }

    /**
     * @param roster the window that the roster names for the person
     * @param categories codes of the roster's, like the risk level
     * @param own the person's own wishes, {@link Wishes#NONE} if there are none
     */
    public CallPlan of(Window roster, Set<String> categories, String risk, Wishes own) {
        var plan = everybodys(roster);
        for (var group : settings.groups()) {
            if (group.has(categories, risk)) {
                plan = plan.with(group.plan());
            }
        }
        return plan.with(own);
    }

    private CallPlan everybodys(Window roster) {
        var windows = new ArrayList<Window>(List.of(roster));
        windows.addAll(settings.furtherWindows());
        return new CallPlan(
                windows,
                settings.weekdays(),
                settings.onHolidays(),
                settings.holidayWindows(),
                attempts,
                ring,
                spacing,
                settings.questions(),
                settings.proof());
    }
}
