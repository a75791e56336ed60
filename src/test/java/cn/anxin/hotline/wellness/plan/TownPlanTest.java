package cn.anxin.hotline.wellness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.testing.TestWishes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TownPlanTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Window ROSTER = Window.of("09:00-11:00");
    private static final Spacing SPACING =
            new Spacing(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30));

    private static TownPlan town(Map<String, String> settings) {
        var binder = new Binder(new MapConfigurationPropertySource(settings));
        var plan = binder.bindOrCreate("plan", PlanSettings.class);
        return new TownPlan(plan, 3, Duration.ofSeconds(40), SPACING);
    }

    private static CallPlan plan(TownPlan town, Wishes own, String... categories) {
        return town.of(ROSTER, Set.of(categories), "NORMAL", own);
    }

    private static Wishes attempts(int attempts) {
        return TestWishes.of("{'attempts': %d}".formatted(attempts));
    }

    @Test
    void everybodyIsRungEveryDayInTheWindowOfTheRoster() {
        var plan = plan(town(Map.of()), Wishes.NONE);

        assertThat(plan.windows()).containsExactly(ROSTER);
        assertThat(plan.weekdays()).isEqualTo(EnumSet.allOf(DayOfWeek.class));
        assertThat(plan.onHolidays()).isEqualTo(OnHolidays.SAME);
        assertThat(plan.attempts()).isEqualTo(3);
        assertThat(plan.ring()).isEqualTo(Duration.ofSeconds(40));
        assertThat(plan.spacing()).isEqualTo(SPACING);
    }

    @Test
    void aTownMayGiveEverybodyFurtherChances() {
        var town = town(Map.of("plan.further-windows", "15:00-16:00,19:00-20:00"));

        assertThat(plan(town, Wishes.NONE).windows())
                .extracting(Window::toString)
                .containsExactly("09:00-11:00", "15:00-16:00", "19:00-20:00");
    }

    @Test
    void aGroupIsRungInItsOwnWayTheLaterGroupBeforeTheEarlierAndThePersonBeforeAll() {
        var town =
                town(
                        Map.of(
                                "plan.groups[0].category", "GRAVELY_ILL",
                                "plan.groups[0].plan.attempts", "5",
                                "plan.groups[0].plan.spacing.busy", "1m",
                                "plan.groups[1].category", "VERY_OLD",
                                "plan.groups[1].plan.attempts", "4",
                                "plan.groups[1].plan.ring", "60s"));

        assertThat(plan(town, Wishes.NONE, "LIVING_ALONE").attempts()).isEqualTo(3);
        var ill = plan(town, Wishes.NONE, "GRAVELY_ILL");
        assertThat(ill.attempts()).isEqualTo(5);
        assertThat(ill.spacing().after(Rest.BUSY)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ill.spacing().after(Rest.NO_ANSWER)).isEqualTo(Duration.ofMinutes(15));
        var both = plan(town, Wishes.NONE, "GRAVELY_ILL", "VERY_OLD");
        assertThat(both.attempts()).isEqualTo(4);
        assertThat(both.ring()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan(town, attempts(9), "GRAVELY_ILL", "VERY_OLD").attempts()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH,   LIVING_ALONE, 3",
        "NORMAL, GRAVELY_ILL,  3",
        "HIGH,   GRAVELY_ILL,  7",
    })
    void aGroupMayBeACategoryAndARiskAtOnce(String risk, String category, int attempts) {
        var town =
                town(
                        Map.of(
                                "plan.groups[0].category", "GRAVELY_ILL",
                                "plan.groups[0].risk", "HIGH",
                                "plan.groups[0].plan.attempts", "7"));

        assertThat(town.of(ROSTER, Set.of(category), risk, Wishes.NONE).attempts())
                .isEqualTo(attempts);
    }

    /** 2026-10-01 is a Thursday and the national day. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SAME,        -,           2026-10-01, 09:00",
                "OWN_WINDOWS, 10:30-11:30, 2026-10-01, 10:30",
                "OWN_WINDOWS, 10:30-11:30, 2026-10-08, 09:00",
                "NOT_RUNG,    -,           2026-10-01, HOLIDAY",
                "NOT_RUNG,    -,           2026-10-02, HOLIDAY",
                "NOT_RUNG,    -,           2026-10-08, 09:00",
            })
    void publicHolidaysAreTreatedAsTheTownSays(
            String treatment, @Nullable String windows, LocalDate day, String expected) {
        var town =
                town(
                        Map.of(
                                "plan.holidays",
                                "2026-10-01,2026-10-02",
                                "plan.on-holidays",
                                treatment,
                                "plan.holiday-windows",
                                windows == null ? "" : windows));

        assertThat(meaning(plan(town, Wishes.NONE), town, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 09:00", "2026-11-21, WEEKDAY", "2026-11-22, WEEKDAY"})
    void somebodyMayBeRungOnSomeWeekdaysOnly(LocalDate day, String expected) {
        var town = town(Map.of());
        var plan = plan(town, TestWishes.of("{'weekdays': ['FRIDAY', 'MONDAY']}"));

        assertThat(meaning(plan, town, day)).isEqualTo(expected);
    }

    @Test
    void holidayWindowsOfAPersonHoldWhereTheTownHasNone() {
        var town = town(Map.of("plan.holidays", "2026-10-01"));
        var own =
                TestWishes.of(
                        """
                        {'onHolidays': 'OWN_WINDOWS',
                         'holidayWindows': [{'opens': '12:00', 'closes': '13:00'}]}
                        """);

        assertThat(meaning(plan(town, own), town, LocalDate.of(2026, 10, 1))).isEqualTo("12:00");
        var withoutWindows = TestWishes.of("{'onHolidays': 'OWN_WINDOWS'}");
        assertThat(meaning(plan(town, withoutWindows), town, LocalDate.of(2026, 10, 1)))
                .as("no window is a crack somebody falls through")
                .isEqualTo("09:00");
    }

    private static String meaning(CallPlan plan, TownPlan town, LocalDate day) {
        return switch (plan.on(day, town.isHoliday(day), ZONE)) {
            case DayPlan.NotRung(var reason) -> reason.name();
            case DayPlan.Rung(var chances) -> chances.opens().atZone(ZONE).toLocalTime().toString();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attempts': 0}",
                "{'attempts': 21}",
                "{'weekdays': []}",
                "{'windows': []}",
                "{'windows': [{'opens': '11:00', 'closes': '09:00'}]}",
                "{'ring': 'PT0S'}",
                "{'ring': 'PT1H'}",
                "{'spacing': {'BUSY': 'P1D'}}",
                "{'questions': ['吃药']}"
            })
    void whatNobodyCouldBeRungByIsRefused(String wishes) {
        assertThatThrownBy(() -> TestWishes.of(wishes))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupOfNobodyIsRefused() {
        assertThatThrownBy(() -> town(Map.of("plan.groups[0].plan.attempts", "5")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
