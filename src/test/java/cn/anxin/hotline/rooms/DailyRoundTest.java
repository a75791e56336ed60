package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.testing.TestWishes;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The day's round, as it plans itself; it is noon. */
@TestPropertySource(properties = "hotline.wellness.daily=true")
class DailyRoundTest extends RoomStory {
    private static final Duration PLANNER_LOOKS_AGAIN = Duration.ofMinutes(2);
    private static final Duration A_WHILE = Duration.ofSeconds(6);

    @Autowired PersonPlans plans;
    @Autowired MovableClock clock;

    @BeforeEach
    void thePlannerHasRested() {
        clock.move(PLANNER_LOOKS_AGAIN);
    }

    private void windows(long person, String... windows) {
        var wished =
                Arrays.stream(windows)
                        .map(window -> window.split("-"))
                        .map(times ->
                                "{'opens': '%s', 'closes': '%s'}".formatted(times[0], times[1]))
                        .collect(Collectors.joining(",", "{'windows': [", "]}"));
        plans.put(person, TestWishes.of(wished), Actor.API, "");
    }

    /** After a while in which nothing is looked at twice. */
    private void sweep() {
        clock.move(A_WHILE);
        turn.sweep();
    }

    private void risk(long person, String risk) {
        jdbc.sql("update person set risk = ? where id = ?").params(risk, person).update();
    }

    private long pause(long person, int beginsInDays, int backInDays) {
        return jdbc.sql(
                        """
                        insert into pause (person_id, begins_on, back_on, owner, reason, next_action_at)
                        select :person, day + :begins, day + :back, 'duty:值班一号', 'HOSPITAL', now()
                        from (select (now() at time zone :zone)::date as day) as today
                        returning id
                        """)
                .param("person", person)
                .param("begins", beginsInDays)
                .param("back", backInDays)
                .param("zone", hotline.zone().getId())
                .query(Long.class)
                .single();
    }

    /** As if the next window had opened. */
    private void windowOpens() {
        jdbc.sql(
                        """
                        update wellness_check
                        set window_opens_at = clock_timestamp(), next_action_at = clock_timestamp()
                        where state = 'WAITING'
                        """)
                .update();
    }

    private void missesThreeTimes() {
        for (int attempt = 0; attempt < 3; attempt++) {
            sweep();
            telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
        }
        sweep();
    }

    private String check(String column) {
        return jdbc.sql(
                        "select (%s)::text from wellness_check where person_id = ?"
                                .formatted(column))
                .param(elder)
                .query(String.class)
                .single();
    }

    @Test
    void plansItselfOnceHoweverOftenItLooks() {
        for (int look = 0; look < 3; look++) {
            sweep();
            clock.move(PLANNER_LOOKS_AGAIN);
        }

        telephone.rings(ELDER);
        assertThat(checkState()).isEqualTo("CALLING");
    }

    @Test
    void takesInWhoeverComesDuringTheDay() {
        sweep();
        sweep();
        telephone.rings(ELDER);
        jdbc.sql("update person set created_at = now() - interval '1 day'").update();
        person("何凤英", "+8613800000002");
        clock.move(PLANNER_LOOKS_AGAIN);
        sweep();
        sweep();

        telephone.rings("+8613800000002");
    }

    @Test
    void aClockThatWasSetBackDoesNotPutPlanningOff() {
        clock.move(Duration.ofDays(1));
        sweep();
        sweep();
        telephone.rings(ELDER);
        clock.move(Duration.ofDays(-1));
        person("何凤英", "+8613800000002");
        sweep();
        sweep();

        telephone.rings("+8613800000002");
    }

    @Test
    void severalWindowsAreSeveralChancesAndTheDayClosesWithTheLast() {
        windows(elder, "11:00-14:00", "15:00-17:00");
        sweep();
        missesThreeTimes();

        assertThat(incidentState()).isEqualTo("none");
        assertThat(checkState()).isEqualTo("WAITING");
        assertThat(telephone.silent()).isTrue();

        windowOpens();
        missesThreeTimes();

        assertThat(checkState()).isEqualTo("ESCALATED");
        assertThat(countedAttempts()).isEqualTo(6);
        telephone.rings(VOLUNTEER);
    }

    @Test
    void aWindowThatClosesBetweenTwoAttemptsLeavesTheNextOne() {
        windows(elder, "11:00-14:00", "15:00-17:00");
        sweep();
        sweep();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
        jdbc.sql("update wellness_check set window_closes_at = clock_timestamp()").update();
        sweep();

        assertThat(incidentState()).isEqualTo("none");
        assertThat(check("later_chances")).isEqualTo("{}");
        assertThat(check("window_opens_at > clock_timestamp()")).isEqualTo("true");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void noWorkingNumberIsNotPutOffToTheNextWindow() {
        windows(elder, "11:00-14:00", "15:00-17:00");
        sweep();
        sweep();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_SUCH_NUMBER);
        sweep();

        telephone.rings(VOLUNTEER);
    }

    @Test
    void highestRiskGoesFirstThenTheWindowThatClosesSoonest() {
        windows(elder, "11:00-14:00");
        windows(person("甲", "+8613800000011"), "11:00-13:30");
        var ill = person("乙", "+8613800000012");
        windows(ill, "11:00-15:00");
        risk(ill, "HIGH");
        var well = person("丙", "+8613800000013");
        windows(well, "11:00-13:10");
        risk(well, "LOW");
        telephone.free(0);
        sweep();
        // one line: of several that ring at once nobody is first
        telephone.free(1);
        sweep();

        telephone.rings("+8613800000012");
        telephone.rings("+8613800000011");
        telephone.rings(ELDER);
        telephone.rings("+8613800000013");
    }

    @Test
    void whoIsPausedIsAwayAndNotRung() {
        var pause = pause(elder, -1, 3);
        sweep();
        sweep();

        assertThat(telephone.silent()).isTrue();
        assertThat(checkState()).isEqualTo("AWAY");
        assertThat(check("evidence")).isEqualTo("pause " + pause);
    }

    @Test
    void whoIsBackTodayIsRung() {
        pause(elder, -5, 0);
        sweep();
        sweep();

        telephone.rings(ELDER);
    }

    @Test
    void aPauseThatEndsEarlyPutsThePersonBackIntoTheRound() {
        windows(elder, "11:00-14:00", "15:00-17:00");
        pause(elder, -1, 3);
        sweep();
        sweep();
        jdbc.sql("update pause set back_on = back_on - 3").update();
        sweep();
        sweep();

        telephone.rings(ELDER);
        assertThat(check("later_chances = '{}'"))
                .as("the afternoon's chance is kept")
                .isEqualTo("false");
    }

    @Test
    void whoComesBackAfterTheLastWindowIsRungLate() {
        windows(elder, "08:00-09:00");
        jdbc.sql("update person set created_at = now() - interval '1 day'").update();
        pause(elder, -1, 3);
        sweep();
        sweep();
        jdbc.sql("update pause set back_on = back_on - 3").update();
        sweep();
        sweep();

        telephone.rings(ELDER);
    }

    @Test
    void aPauseThatBeginsDuringTheDayEndsTheCheck() {
        windows(elder, "15:00-17:00");
        sweep();
        pause(elder, 0, 1);
        sweep();

        assertThat(checkState()).isEqualTo("AWAY");
    }

    @Test
    void aPauseWaitsForTheCallUnderWay() {
        sweep();
        sweep();
        var call = telephone.rings(ELDER);
        pause(elder, 0, 1);
        sweep();
        assertThat(checkState()).isEqualTo("CALLING");
        telephone.end(call, CallOutcome.NO_ANSWER);
        telephone.free(0);
        sweep();

        assertThat(checkState()).isEqualTo("AWAY");
    }

    @Test
    void whoHasAnIncidentOpenStaysWithItsPeople() {
        windows(elder, "15:00-17:00");
        sweep();
        jdbc.sql(
                        """
                        insert into incident (person_id, severity, state, next_action_at)
                        values (?, 'HELP', 'OPEN', now() + interval '1 h')
                        """)
                .param(elder)
                .update();
        pause(elder, 0, 1);
        sweep();

        assertThat(checkState()).isEqualTo("WAITING");
    }

    @Test
    void whoLeavesTheRosterIsNotRungAnyMore() {
        windows(elder, "15:00-17:00");
        sweep();
        jdbc.sql("update person set enrolled = false").update();
        sweep();

        assertThat(checkState()).isEqualTo("NOT_DUE");
        assertThat(check("evidence")).isEqualTo("LEFT_THE_ROSTER");
    }

    @Test
    void whoWasAloneForATimeLeavesTheRoundVisibly() {
        jdbc.sql("update person set alone_until = now()::date - 2").update();
        jdbc.sql("insert into person_category values (?, 'TEMPORARILY_ALONE')")
                .param(elder)
                .update();
        sweep();
        sweep();

        assertThat(telephone.silent()).isTrue();
        assertThat(checkState()).isEqualTo("NOT_DUE");
        assertThat(check("evidence")).isEqualTo("NOT_ALONE_ANY_MORE");
    }

    @Test
    void whoIsCaredForOtherwiseAsWellStaysInTheRound() {
        jdbc.sql("update person set alone_until = now()::date - 2").update();
        jdbc.sql(
                        "insert into person_category select ?, unnest(array['TEMPORARILY_ALONE', 'VERY_OLD'])")
                .param(elder)
                .update();
        sweep();
        sweep();

        telephone.rings(ELDER);
    }

    @Test
    void manyStartingAtOncePlanEverybodyOnce() throws Exception {
        jdbc.sql(
                        """
                        insert into person (name, committee_id, window_opens, window_closes)
                        select '人', (select min(id) from committee), '15:00', '17:00'
                        from generate_series(1, 6000)
                        """)
                .update();
        telephone.free(0);
        try (var starters = Executors.newFixedThreadPool(4)) {
            Callable<Integer> start = () -> rounds.startNow(List.of());
            for (var started : starters.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isEqualTo(6001);
            }
        }

        assertThat(jdbc.sql("select count(*) from wellness_check").query(Integer.class).single())
                .isEqualTo(6001);
    }
}
