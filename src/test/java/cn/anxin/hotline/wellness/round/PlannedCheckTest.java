package cn.anxin.hotline.wellness.round;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.testing.TestWishes;
import cn.anxin.hotline.wellness.Verdict;
import cn.anxin.hotline.wellness.plan.PlanSettings;
import cn.anxin.hotline.wellness.plan.Spacing;
import cn.anxin.hotline.wellness.plan.TownPlan;
import cn.anxin.hotline.wellness.plan.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What becomes of somebody's day, by when the planner gets to it. */
class PlannedCheckTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final PlannedCheck.Rules RULES =
            new PlannedCheck.Rules(ZONE, LocalTime.of(19, 30), Duration.ofHours(1));

    private static final TownPlan TOWN =
            new TownPlan(
                    new Binder(
                                    new MapConfigurationPropertySource(
                                            Map.of("plan.further-windows", "15:00-17:00")))
                            .bindOrCreate("plan", PlanSettings.class),
                    3,
                    Duration.ofSeconds(40),
                    new Binder(new MapConfigurationPropertySource(Map.of()))
                            .bindOrCreate("spacing", Spacing.class));

    /** The window 09:00-11:00, and 15:00-17:00 as everybody's further one. */
    private static PlannedCheck planned(String now, Wishes wishes, Instant enrolledAt) {
        var plan = TOWN.of(Window.of("09:00-11:00"), Set.of(), "NORMAL", wishes);
        return PlannedCheck.daily(plan, SUNDAY, false, enrolledAt, at(now), RULES);
    }

    private static Instant at(String localTime) {
        return SUNDAY.atTime(LocalTime.parse(localTime)).atZone(ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // planned, rung first in, number of further windows
        "00:00:05, 09:00, 11:00, 1",
        "10:59:59, 09:00, 11:00, 1",
        // the first one passed while we were dead: there is another
        "11:00:00, 15:00, 17:00, 0",
        "16:00:00, 15:00, 17:00, 0",
        // all of them passed: made up for an hour
        "17:00:00, 09:00, 18:00, 0",
        "19:29:59, 09:00, 20:29:59, 0",
        // too late to ring anybody: to the ladder at once
        "19:30:00, 15:00, 17:00, 0",
        "23:59:59, 15:00, 17:00, 0",
    })
    void whenItIsPlannedDecidesInWhichWindowItIsRung(
            String now, String opens, String closes, int later) {
        var check = planned(now, Wishes.NONE, LONG_AGO);

        assertThat(check.verdict()).isNull();
        assertThat(check.window().opens()).isEqualTo(at(opens));
        assertThat(check.window().closes()).isEqualTo(at(closes));
        assertThat(check.later()).hasSize(later);
    }

    @ParameterizedTest
    @CsvSource({"16:59:59, ", "17:00:00, ENROLLED_LATER", "20:00:00, ENROLLED_LATER"})
    void whoIsEnrolledAfterTheLastWindowIsNotDueToday(String enrolled, String why) {
        var check = planned("20:00:01", Wishes.NONE, at(enrolled));

        assertThat(check.why()).isEqualTo(why);
        assertThat(check.verdict()).isEqualTo(why == null ? null : Verdict.NOT_DUE);
    }

    @Test
    void whoIsNotRungOnSundaysIsNotDueAndTheRecordSaysWhy() {
        var fridays = TestWishes.of("{'weekdays': ['FRIDAY']}");
        var check = planned("00:00:05", fridays, LONG_AGO);

        assertThat(check.verdict()).isEqualTo(Verdict.NOT_DUE);
        assertThat(check.why()).isEqualTo("WEEKDAY");
        assertThat(check.away(7).verdict()).isEqualTo(Verdict.NOT_DUE);
    }

    @Test
    void whoIsAwayKeepsTheWindowsForAnEarlyReturn() {
        var check = planned("00:00:05", Wishes.NONE, LONG_AGO).away(7);

        assertThat(check.verdict()).isEqualTo(Verdict.AWAY);
        assertThat(check.why()).isEqualTo("pause 7");
        assertThat(check.window().opens()).isEqualTo(at("09:00"));
        assertThat(check.laterAsText()).isEqualTo("{[2026-11-22T07:00:00Z,2026-11-22T09:00:00Z)}");
    }
}
