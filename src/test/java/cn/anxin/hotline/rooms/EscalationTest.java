package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.Via;
import cn.anxin.hotline.journal.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class EscalationTest extends RoomStory {
    @Autowired Incidents incidents;
    @Autowired TransactionTemplate transaction;
    private final CountDownLatch slowWork = new CountDownLatch(1);

    @Test
    void theVolunteerTakesItWithOneAndNobodyElseIsRung() {
        var call = missAllAttempts();
        var line = ScriptedLine.pressing(call, '1');
        turn.hold(line);
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(line.heard("incident-taken")).isTrue();
        assertThat(incidentState()).isEqualTo("TAKEN");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void nobodyTakesItVolunteerBackupDutyThenBothVolunteersDutyAndSoOn() {
        telephone.end(missAllAttempts(), CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.end(telephone.rings(BACKUP), CallOutcome.BUSY);
        turn.sweep();
        telephone.end(telephone.rings(DUTY), CallOutcome.NO_ANSWER);
        for (int lap = 0; lap < 5; lap++) {
            turn.sweep();
            var volunteer = telephone.rings(VOLUNTEER);
            telephone.end(telephone.rings(BACKUP), CallOutcome.NO_ANSWER);
            turn.sweep();
            assertThat(telephone.silent()).as("one of the two still rings").isTrue();
            telephone.end(volunteer, CallOutcome.NO_ANSWER);
            turn.sweep();
            telephone.end(telephone.rings(DUTY), CallOutcome.NO_ANSWER);
        }
        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void whosePromiseCannotBeKeptInTimeIsToldSo() {
        var call = missAllAttempts();
        var line = ScriptedLine.pressing(call, '1').meanwhile(() -> incidentIsHeldUntil(slowWork));
        turn.hold(line);
        slowWork.countDown();
        Awaitility.await("what goes on without the volunteer")
                .until(() -> incidentState().equals("TAKEN"));

        assertThat(line.heard("incident-not-kept")).isTrue();
        assertThat(line.heard("incident-taken")).isFalse();
    }

    /** By somebody else's transaction, as a frozen database would. */
    private void incidentIsHeldUntil(CountDownLatch released) {
        var held = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() ->
                        transaction.executeWithoutResult(_ -> {
                            jdbc.sql("select id from incident for update").query(Long.class).list();
                            held.countDown();
                            await(released);
                        }));
        await(held);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoHasSaidTheyCannotIsNotAskedAgain() {
        var call = missAllAttempts();
        var line = ScriptedLine.pressing(call, '3');
        turn.hold(line);
        turn.sweep();
        telephone.end(telephone.rings(BACKUP), CallOutcome.NO_ANSWER);
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();
        telephone.end(telephone.rings(DUTY), CallOutcome.NO_ANSWER);
        turn.sweep();

        telephone.rings(BACKUP);
        assertThat(telephone.silent()).isTrue();
        assertThat(line.heard("incident-declined")).isTrue();
    }

    @Test
    void hangingUpWithoutAKeyIsNoPromise() {
        var call = missAllAttempts();
        turn.hold(new ScriptedLine(call, null, new Answer.Silent(), new Answer.HungUp()));
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        telephone.rings(BACKUP);
        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void zeroConnectsTheVolunteerWithTheDeskWhileTheLadderGoesOn() {
        var call = missAllAttempts();
        var ending = turn.hold(ScriptedLine.pressing(call, '0'));
        turn.sweep();

        assertThat(ending).isInstanceOf(Ending.DutyDesk.class);
        telephone.rings(BACKUP);
    }

    @Test
    void aLateKeyHearsKindlyThatSomebodyHasIt() {
        var quick = ringBothVolunteers();
        var slow = telephone.rings(BACKUP);
        var lateLine =
                ScriptedLine.pressing(slow, '1')
                        .meanwhile(() -> turn.hold(ScriptedLine.pressing(quick, '1')));
        turn.hold(lateLine);

        assertThat(lateLine.heard("incident-taken-by-other")).isTrue();
        assertThat(incidentState()).isEqualTo("TAKEN");
    }

    @Test
    void whoAnswersTooLateHearsThatItIsSettled() {
        var quick = ringBothVolunteers();
        var slow = telephone.rings(BACKUP);
        turn.hold(ScriptedLine.pressing(quick, '1'));
        var lateLine = ScriptedLine.pressing(slow);
        turn.hold(lateLine);

        assertThat(lateLine.heard("incident-over")).isTrue();
    }

    /** Into the second lap; the paired volunteer's call is given back, the backup's rings too. */
    private CallId ringBothVolunteers() {
        telephone.end(missAllAttempts(), CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.end(telephone.rings(BACKUP), CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.end(telephone.rings(DUTY), CallOutcome.NO_ANSWER);
        turn.sweep();
        return telephone.rings(VOLUNTEER);
    }

    @Test
    void phonesThatRingInVainAreStopped() {
        var call = missAllAttempts();
        incidents.settle(incident(), Actor.duty("值班一号"), IncidentOutcome.WELL, "在菜场");
        turn.sweep();

        assertThat(telephone.hungUp()).contains(call);
        telephone.end(call, CallOutcome.CANCELLED);
        turn.sweep();
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void takenButNotSeenInTimeIsRungAgain() {
        var call = missAllAttempts();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        timePasses();
        turn.sweep();

        telephone.rings(BACKUP);
        assertThat(incidentState()).isEqualTo("NOTIFYING");
    }

    @Test
    void seenButNotSettledInTimeIsRungAgain() {
        var call = missAllAttempts();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        assertThat(incidents.seen(incident(), Actor.API, Via.CONSOLE)).isTrue();
        timePasses();
        turn.sweep();

        telephone.rings(BACKUP);
    }

    @Test
    void anEmergencyAfterSomebodySetOutRingsPeopleAgain() {
        var call = missAllAttempts();
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
        jdbc.sql("delete from attempt").update();
        jdbc.sql("delete from wellness_check").update();
        turn.hold(ScriptedLine.pressing(check(), '0'));
        turn.sweep();

        assertThat(severity()).isEqualTo("EMERGENCY");
        telephone.rings(VOLUNTEER);
        assertThat(telephone.silent()).as("the elder's own call rings the desk").isTrue();
    }

    @Test
    void whileTheTrunkIsFullTheDeskPhonesAreRungAtOnce() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        telephone.refuse(Placement.Reason.NO_FREE_CHANNEL);
        turn.sweep();

        telephone.rings(DUTY);
    }

    @Test
    void whileAsteriskIsAwayNobodyIsPassedOver() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        telephone.refuse(Placement.Reason.LINE_DOWN);
        for (int i = 0; i < 5; i++) {
            turn.sweep();
            timePasses();
        }
        telephone.accept();
        turn.sweep();

        telephone.rings(VOLUNTEER);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void aCallThatAsteriskDoesNotKnowMayNeverHaveRungAndIsMadeOnceMore() {
        missAllAttempts();
        allCallsAreLost();
        telephone.rings(VOLUNTEER);
        allCallsAreLost();
        telephone.rings(BACKUP);
    }

    private void allCallsAreLost() {
        jdbc.sql("update escalation_call set placed_at = placed_at - interval '10 s'").update();
        telephone.onlyTheseLive(Instant.now());
        turn.sweep();
        assertThat(telephone.ringingNow()).isOne();
    }

    @Test
    void whenEverybodyHasDeclinedTheDeskIsRungAllTheSame() {
        var volunteer = missAllAttempts();
        turn.hold(ScriptedLine.pressing(volunteer, '3'));
        turn.sweep();
        turn.hold(ScriptedLine.pressing(telephone.rings(BACKUP), '3'));
        turn.sweep();
        for (int i = 0; i < 3; i++) {
            var desk = telephone.rings(DUTY);
            turn.hold(ScriptedLine.pressing(desk, '3'));
            telephone.end(desk, CallOutcome.ANSWERED);
            turn.sweep();
        }
    }

    @Test
    void twoPhonesThatStopAtOnceMoveTheLadderOnAtOnce() throws Exception {
        for (int lap = 0; lap < 10; lap++) {
            var both = List.of(ringBothVolunteers(), telephone.rings(BACKUP));
            try (var watchers = Executors.newFixedThreadPool(2)) {
                for (var call : both) {
                    watchers.submit(() -> telephone.end(call, CallOutcome.NO_ANSWER));
                }
            }
            turn.sweep();
            telephone.end(telephone.rings(DUTY), CallOutcome.NO_ANSWER);
            emptyTheHouse();
            oneElderWithTwoVolunteers();
        }
    }

    @Test
    void anIncidentThatCannotBeTakenOnHoldsNobodyElseUp() {
        var unreadable = person("何凤英", "+8613800000002");
        jdbc.sql(
                        """
                        with worst as (
                            insert into incident (person_id, severity, state, next_action_at)
                            values (?, 'EMERGENCY', 'OPEN', now() - interval '1 h') returning id)
                        insert into escalation_call (call_id, incident_id, step, contact, role,
                            kind, deadline_at, answer, ended_at, outcome)
                        select 'esc-1', id, 0, 'nobody of ours', 'PAIRED', 'SUMMON', now(),
                            'DECLINED', now(), 'ANSWERED'
                        from worst
                        """)
                .param(unreadable)
                .update();
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        telephone.rings(VOLUNTEER);
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void aPersonWithoutVolunteersGoesStraightToTheDesk() {
        jdbc.sql("delete from pairing").update();
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        telephone.rings(DUTY);
    }

    @Test
    void manySweepersRingEachStepOnce() throws Exception {
        var people = new ArrayList<Long>();
        for (int i = 10; i < 60; i++) {
            people.add(person("老人" + i, "+86138000000" + i));
        }
        rounds.startNow(people);
        turn.sweep();
        people.forEach(_ -> telephone.end(telephone.ringsWhoever(), CallOutcome.NO_SUCH_NUMBER));
        jdbc.sql(
                        "insert into pairing select id, 1, (select min(id) from volunteer) from person where id <> ?")
                .param(elder)
                .update();

        try (var sweepers = Executors.newFixedThreadPool(4)) {
            Callable<Void> sweeping =
                    () -> {
                        turn.sweep();
                        return null;
                    };
            for (var done : sweepers.invokeAll(List.of(sweeping, sweeping, sweeping, sweeping))) {
                done.get();
            }
        }
        assertThat(
                        jdbc.sql(
                                        "select count(*) from (select from escalation_call group by incident_id, step having count(*) > 1) as twice")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select count(person_id) from incident where state = 'NOTIFYING'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(50);
    }
}
