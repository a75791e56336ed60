package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.testing.TestWishes;
import cn.anxin.hotline.wellness.Clearing;
import cn.anxin.hotline.wellness.Clearing.Cleared;
import cn.anxin.hotline.wellness.Clearing.How;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What counts as knowing how somebody is, and what does not. */
class EvidenceTest extends RoomStory {
    private static final CallId THEY_RING_US = new CallId("1795298480.30");
    private static final String DUTY_PHONE = "值班一号";
    private static final Actor WANG = Actor.duty("王芳");

    @Autowired Clearing clearing;
    @Autowired Incidents incidents;
    @Autowired PersonPlans plans;
    @Autowired List<DutyWatcher> desk;

    private String check(String column) {
        return jdbc.sql("select %s::text from wellness_check where person_id = ?".formatted(column))
                .param(elder)
                .query(String.class)
                .optional()
                .orElse("nothing");
    }

    private long checkId() {
        return Long.parseLong(check("id"));
    }

    private LocalDate today() {
        return LocalDate.parse(check("day"));
    }

    private void missesOnce() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
    }

    private void deskTalksIn(CallId call) {
        desk.forEach(watcher -> watcher.answered(call, DUTY_PHONE, Instant.now()));
    }

    private void theyRingUsAndTheDeskAnswers() {
        turn.hold(new ScriptedLine(THEY_RING_US, new PhoneNumber(ELDER), new Answer.Pressed('0')));
        deskTalksIn(THEY_RING_US);
    }

    @Test
    void aKeyIsEvidenceOfThePersonAndItsCall() {
        var call = check();
        turn.hold(ScriptedLine.pressing(call, '1'));

        assertThat(check("method")).isEqualTo("KEY");
        assertThat(check("evidence")).isEqualTo("key 1 in " + call);
        assertThat(check("ended_by")).isEqualTo("person:" + elder);
    }

    @Test
    void whoRingsBackAndTalksWithTheDeskIsLeftInPeaceUntilTheDeskHasSaidHowTheyAre() {
        missesOnce();
        theyRingUsAndTheDeskAnswers();
        turn.sweep();

        assertThat(telephone.silent()).isTrue();
        assertThat(check("verdict")).as("anybody may be at their phone").isEqualTo("nothing");
        assertThat(check("desk_talk_with")).isEqualTo(DUTY_PHONE);

        assertThat(clearing.clear(today(), checkId(), WANG, How.TALKED, "在买菜"))
                .isEqualTo(Cleared.DONE);
        turn.sweep();

        assertThat(checkState()).isEqualTo("CLEARED");
        assertThat(check("evidence")).isEqualTo("call " + THEY_RING_US);
        assertThat(check("ended_by")).isEqualTo("duty:王芳");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void ifTheDeskSaysNothingTheyAreRungAgain() {
        missesOnce();
        theyRingUsAndTheDeskAnswers();
        jdbc.sql("update wellness_check set next_action_at = clock_timestamp()").update();
        turn.sweep();

        telephone.rings(ELDER);
    }

    @Test
    void aTalkWithTheDeskDoesNotKeepTheWindowOpen() {
        missesOnce();
        theyRingUsAndTheDeskAnswers();
        jdbc.sql("update wellness_check set window_closes_at = clock_timestamp()").update();
        turn.sweep();

        telephone.rings(VOLUNTEER);
    }

    @Test
    void ringingUsWithoutReachingAnybodyChangesNothing() {
        missesOnce();
        turn.hold(new ScriptedLine(THEY_RING_US, new PhoneNumber(ELDER), new Answer.Pressed('0')));
        turn.sweep();

        telephone.rings(ELDER);
    }

    @Test
    void theTalkOfSomebodyElseIsNotTheirs() {
        missesOnce();
        turn.hold(
                new ScriptedLine(
                        THEY_RING_US, new PhoneNumber(VOLUNTEER), new Answer.Pressed('0')));
        deskTalksIn(THEY_RING_US);
        turn.sweep();

        telephone.rings(ELDER);
    }

    @Test
    void whoWasPutThroughFromTheCheckToTheDeskHasNotMissedIt() {
        var call = check();
        turn.hold(new ScriptedLine(call, null, new Answer.Silent(), new Answer.Silent()));
        deskTalksIn(call);
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(countedAttempts()).isZero();
        assertThat(telephone.silent()).as("the desk has the word").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TALKED, TALKED", "VISITED, VISITED", "REPORTED_WELL, REPORTED_WELL"})
    void aNamedPersonClears(How how, String method) {
        missesOnce();
        assertThat(clearing.clear(today(), checkId(), WANG, how, "")).isEqualTo(Cleared.DONE);

        assertThat(checkState()).isEqualTo("CLEARED");
        assertThat(check("method")).isEqualTo(method);
        assertThat(check("evidence")).isEqualTo("word of duty:王芳");
    }

    @Test
    void whatHasEndedIsNotClearedAndAnotherDayHasNoSuchCheck() {
        turn.hold(ScriptedLine.pressing(check(), '1'));

        assertThat(clearing.clear(today(), checkId(), WANG, How.VISITED, ""))
                .isEqualTo(Cleared.TOO_LATE);
        assertThat(clearing.clear(today().minusDays(1), checkId(), WANG, How.VISITED, ""))
                .isEqualTo(Cleared.UNKNOWN);
        assertThat(check("method")).isEqualTo("KEY");
    }

    @Test
    void whoIsClearedWhileItRingsIsNotRungAgainWhateverTheCallComesTo() {
        var call = check();
        clearing.clear(today(), checkId(), WANG, How.VISITED, "");
        telephone.end(call, CallOutcome.NO_ANSWER);
        turn.sweep();

        assertThat(checkState()).isEqualTo("CLEARED");
        assertThat(telephone.silent()).isTrue();
    }

    /** The incident came from elsewhere; the check of today is still open. */
    @ParameterizedTest
    @CsvSource({
        "WELL,         CLEARED",
        "HELPED,       CLEARED",
        "HOSPITAL,     AWAY",
        "AWAY,         AWAY",
        "DIED,         AWAY",
        "WRONG_NUMBER, WAITING"
    })
    void whoeverSettlesAnIncidentHasSeenThem(IncidentOutcome outcome, String state) {
        missesOnce();
        turn.hold(new ScriptedLine(THEY_RING_US, new PhoneNumber(ELDER), new Answer.Pressed('5')));
        incidents.settle(incident(), Actor.volunteer(7), outcome, "");

        assertThat(checkState()).isEqualTo(state);
        if (!state.equals("WAITING")) {
            assertThat(check("method")).isEqualTo("INCIDENT");
            assertThat(check("ended_by")).isEqualTo("volunteer:7");
        }
    }

    @Test
    void whatWasSeenYesterdayTellsNothingOfToday() {
        missesOnce();
        turn.hold(new ScriptedLine(THEY_RING_US, new PhoneNumber(ELDER), new Answer.Pressed('5')));
        jdbc.sql("update incident set seen_at = now() - interval '1 day'").update();
        incidents.settle(incident(), Actor.volunteer(7), IncidentOutcome.WELL, "");

        assertThat(checkState()).isEqualTo("WAITING");
    }

    /** Q.850: out of order, temporary failure, channel gone, timer expired. */
    @ParameterizedTest
    @ValueSource(ints = {27, 38, 41, 44, 102})
    void aCallThatTheNetworkCutOffIsNoMissOfTheirs(int cause) {
        var call = check();
        telephone.end(call, CallOutcome.ANSWERED, cause);
        turn.sweep();

        telephone.rings(ELDER);
        assertThat(countedAttempts()).isZero();
        assertThat(result(call)).isEqualTo("CUT_OFF");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 127})
    void hangingUpWithoutAKeyIsAMissWhateverElseTheNetworkSays(int cause) {
        var call = check();
        telephone.end(call, CallOutcome.ANSWERED, cause);

        assertThat(countedAttempts()).isEqualTo(1);
        assertThat(result(call)).isEqualTo("UNCONFIRMED");
    }

    @Test
    void aPersonsOwnPlanSaysHowOftenTheyAreRung() {
        plans.put(elder, TestWishes.of("{'attempts': 1}"), WANG, "一次就够");
        missesOnce();
        turn.sweep();

        telephone.rings(VOLUNTEER);
    }

    private String result(CallId call) {
        return jdbc.sql("select result from attempt where call_id = ?")
                .param(call.value())
                .query(String.class)
                .single();
    }
}
