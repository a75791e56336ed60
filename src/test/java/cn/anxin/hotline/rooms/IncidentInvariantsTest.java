package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.watch.Broken;
import cn.anxin.hotline.watch.Invariants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Each is broken once, and only it complains. */
class IncidentInvariantsTest extends RoomStory {
    @Autowired List<Invariants> rooms;
    @Autowired ApplicationEventPublisher news;

    @BeforeEach
    void theVolunteerRings() {
        missAllAttempts();
    }

    private Map<String, Long> breaches() {
        return rooms.stream()
                .filter(room -> room.room().equals("escalation"))
                .findFirst()
                .orElseThrow()
                .breaches();
    }

    private void only(String broken) {
        assertThat(breaches())
                .allSatisfy((invariant, rows) ->
                        assertThat(rows).as(invariant).isEqualTo(invariant.equals(broken) ? 1 : 0));
    }

    private void sql(String sql) {
        jdbc.sql(sql).update();
    }

    @Test
    void allHold() {
        assertThat(breaches().values()).containsOnly(0L);
    }

    @Test
    void aStepThatIsOverdueByAMinute() {
        sql("update incident set next_action_at = now() - interval '61 s'");
        only("ALWAYS_A_NEXT_STEP");
    }

    @Test
    void somebodyIsWaitedForWhoseTelephoneDoesNotRing() {
        sql("update escalation_call set ended_at = now(), outcome = 'NO_ANSWER'");
        only("NO_WAIT_WITHOUT_A_CALL");
    }

    @Test
    void aCallThatNeverEnds() {
        sql("update escalation_call set deadline_at = now() - interval '61 s'");
        only("CALLS_END");
    }

    @Test
    void aTelephoneInTwoCalls() {
        sql(
                """
                insert into escalation_call
                    (call_id, incident_id, step, contact, role, kind, deadline_at)
                select 'esc-2', incident_id, 7, contact, role, kind, deadline_at
                from escalation_call
                """);
        only("ONE_CALL_A_TELEPHONE");
    }

    @Test
    void aSettledIncidentThatRings() {
        sql(
                """
                update incident set state = 'SETTLED', next_action_at = null, outcome = 'WELL',
                    settled_by = 'api', settled_at = now() - interval '6 s'
                """);
        only("SETTLED_IS_SILENT");
    }

    @Test
    void whatNobodyWroteDown() {
        sql(
                """
                update incident set state = 'TAKEN', taken_by = 'api', taken_at = now(),
                    taken_via = 'console', lapses_at = next_action_at
                """);
        only("JOURNAL_TELLS_ALL");
    }

    @Test
    void whatStaysBrokenRingsTheDeskOnce() {
        telephone.end(theCall(), CallOutcome.BUSY);
        sql("update incident set next_action_at = now() + interval '1 h'");
        news.publishEvent(new Broken("escalation", "NO_WAIT_WITHOUT_A_CALL", 1));
        news.publishEvent(new Broken("escalation", "ALWAYS_A_NEXT_STEP", 1));
        turn.sweep();

        telephone.rings(DUTY);
        assertThat(telephone.silent()).isTrue();
        assertThat(
                        jdbc.sql("select count(*) from journal where kind = 'self-check-failed'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    private CallId theCall() {
        return new CallId(
                jdbc.sql("select call_id from escalation_call").query(String.class).single());
    }
}
