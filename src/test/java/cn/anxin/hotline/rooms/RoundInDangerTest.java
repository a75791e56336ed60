package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentTitles;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.Via;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The day's own round as it plans itself; it is noon. */
@TestPropertySource(
        properties = {"hotline.wellness.daily=true", "hotline.home=target/rooms-in-danger"})
class RoundInDangerTest extends RoomStory {
    private static final Duration UNTIL_IT_LOOKS_AGAIN = Duration.ofMinutes(2);
    private static final int SWEEPS_TO_PLAN_AND_RING = 2;

    @Autowired MovableClock clock;
    @Autowired Incidents incidents;
    @Autowired IncidentTitles titles;

    @BeforeEach
    void everythingIsLookedAtAnew() {
        clock.move(UNTIL_IT_LOOKS_AGAIN);
    }

    private void look() {
        clock.move(UNTIL_IT_LOOKS_AGAIN);
        turn.sweep();
    }

    /** As if all that is known of calls and dangers lay that much further back. */
    private void minutesPass(int minutes) {
        jdbc.sql(
                        """
                        update round_danger set since = since - make_interval(mins => :minutes),
                            told_at = told_at - make_interval(mins => :minutes),
                            mended_at = mended_at - make_interval(mins => :minutes)
                        """)
                .param("minutes", minutes)
                .update();
        jdbc.sql(
                        """
                        update attempt set placed_at = placed_at - make_interval(mins => :minutes),
                            ended_at = ended_at - make_interval(mins => :minutes)
                        """)
                .param("minutes", minutes)
                .update();
    }

    private List<String> told() {
        return jdbc.sql(
                        """
                        select kind from round_danger join round_danger_incident on danger_id = id
                        order by incident_id
                        """)
                .query(String.class)
                .list();
    }

    private long latestIncident() {
        return jdbc.sql("select max(incident_id) from round_danger_incident")
                .query(Long.class)
                .single();
    }

    private void allRing() {
        for (int sweep = 0; sweep < SWEEPS_TO_PLAN_AND_RING; sweep++) {
            look();
        }
    }

    private void morePeople(int count) {
        for (int one = 0; one < count; one++) {
            person("测试", "+86138000%05d".formatted(100 + one));
        }
    }

    @Test
    void aHealthyRoundRingsNobodyAtTheDesk() {
        allRing();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
        look();
        minutesPass(1);
        look();
        telephone.rings(ELDER);

        assertThat(told()).isEmpty();
    }

    @Test
    void aRoundThatIsOverIsInNoDanger() {
        allRing();
        jdbc.sql(
                        """
                        update wellness_check set state = 'ENDED', verdict = 'CLEARED', queued = false,
                            method = 'VISITED', evidence = 'x', ended_by = 'duty:x', ended_at = now(),
                            next_action_at = null
                        """)
                .update();
        look();
        minutesPass(60);
        look();

        assertThat(told()).isEmpty();
    }

    @Test
    void aRoundInWhichNobodyIsRungHasNotBegun() {
        telephone.free(0);
        allRing();
        look();
        assertThat(told()).isEmpty();

        minutesPass(6);
        look();
        assertThat(told()).containsExactly("NOT_BEGUN");
        assertThat(titles.of(latestIncident())).isEqualTo("今天的问候没有开始");
        assertThat(titles.spoken(latestIncident()).orElseThrow()).contains("还有1位老人没有问到");
        turn.sweep();
        telephone.rings(DUTY);
    }

    @Test
    void itIsToldOnceAndItsMendingIsWrittenDown() {
        telephone.free(0);
        allRing();
        minutesPass(6);
        look();
        look();
        minutesPass(20);
        look();
        assertThat(told()).hasSize(1);

        telephone.free(100);
        look();
        look();
        assertThat(
                        jdbc.sql(
                                        "select kind from journal where kind like 'round-danger%' order by id")
                                .query(String.class)
                                .list())
                .containsExactly("round-danger", "round-danger-over");
        assertThat(titles.spoken(latestIncident()).orElseThrow()).contains("现在又正常了");
    }

    @Test
    void callsThatNeitherBeginNorEndAreStuck() {
        allRing();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
        telephone.free(0);
        look();
        look();
        assertThat(told()).isEmpty();

        minutesPass(6);
        look();
        assertThat(told()).containsExactly("STUCK");
    }

    @Test
    void whatIsPausedForACommonCauseIsNotStuck() {
        allRing();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_ANSWER);
        telephone.free(0);
        var incident =
                jdbc.sql(
                                """
                                insert into incident (severity, state, next_action_at)
                                values ('LINE', 'OPEN', now() + interval '1 day') returning id
                                """)
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into alarm (kind, scope, state, faults, rung, missed, expected,
                            next_action_at, incident_id)
                        values ('TRUNK', '', 'OPEN', true, 9, 9, 1, now() + interval '1 day', ?)
                        """)
                .param(incident)
                .update();
        look();
        minutesPass(60);
        look();

        assertThat(told()).isEmpty();
    }

    @Test
    void whoWillNotBeRungInTimeIsToldWhileThereIsTime() {
        morePeople(120);
        telephone.free(0);
        allRing();
        // 24 lines and calls of 41 s reach fewer than 90 people until then
        jdbc.sql(
                        """
                        update wellness_check
                        set window_closes_at = now() + interval '150 s'
                        """)
                .update();
        look();
        minutesPass(1);
        look();

        assertThat(told()).contains("WILL_NOT_FINISH");
        assertThat(
                        jdbc.sql("select late from round_danger where kind = 'WILL_NOT_FINISH'")
                                .query(Integer.class)
                                .single())
                .isBetween(30, 121);
    }

    @Test
    void whatIsOverAndBackIsToldAgainOnceSomebodyHadIt() {
        telephone.free(0);
        allRing();
        minutesPass(6);
        look();
        var first = latestIncident();
        incidents.take(first, Actor.duty("王芳"), Via.CONSOLE);
        incidents.settle(first, Actor.duty("王芳"), IncidentOutcome.RESTORED, "");
        jdbc.sql("update round_danger set since = null, mended_at = now()").update();
        minutesPass(40);
        look();
        assertThat(told()).hasSize(1);

        minutesPass(6);
        look();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aRoundThatNobodyPlannedHasNotBegun() {
        allRing();
        telephone.rings(ELDER);
        jdbc.sql("update round set planned_at = null").update();
        jdbc.sql("delete from line_sample").update();
        jdbc.sql("delete from attempt").update();
        jdbc.sql("delete from wellness_check").update();
        jdbc.sql("update person set window_opens = '00:00'").update();
        // the planner itself rests
        looksWithoutThePlanner();
        minutesPass(6);
        looksWithoutThePlanner();

        assertThat(told()).containsExactly("NOT_BEGUN");
    }

    private void looksWithoutThePlanner() {
        clock.move(UNTIL_IT_LOOKS_AGAIN);
        turn.works().stream()
                .filter(work -> work.name().equals("round-danger"))
                .forEach(work -> work.sweep(100));
    }
}
