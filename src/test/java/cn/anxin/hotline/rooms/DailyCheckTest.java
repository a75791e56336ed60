package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.testing.TestRoster;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyCheckTest extends RoomStory {

    @Test
    void pressingOneConfirmsAndNobodyIsRung() {
        var call = check();
        var line = ScriptedLine.pressing(call, '1');

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(line.heard("check-fine")).isTrue();
        assertThat(checkState()).isEqualTo("CONFIRMED");
        assertThat(incidentState()).isEqualTo("none");
        assertThat(telephone.silent()).isTrue();
    }

    @Test
    void answeredWithoutAKeyIsNotWell() {
        var call = check();
        turn.hold(new ScriptedLine(call, null, new Answer.HungUp()));
        telephone.end(call, CallOutcome.ANSWERED);

        assertThat(checkState()).isEqualTo("WAITING");
        assertThat(countedAttempts()).isEqualTo(1);
    }

    @Test
    void pressingTwoKeepsThemOnTheLineWhileTheVolunteerIsRung() {
        var call = check();
        var ending = turn.hold(ScriptedLine.pressing(call, '2'));
        turn.sweep();

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.HELP, "check-help"));
        assertThat(checkState()).isEqualTo("ESCALATED");
        assertThat(severity()).isEqualTo("HELP");
        telephone.rings(VOLUNTEER);
    }

    @Test
    void pressingZeroIsAnEmergency() {
        var ending = turn.hold(ScriptedLine.pressing(check(), '0'));

        assertThat(ending).isEqualTo(new Ending.DutyDesk(Urgency.EMERGENCY, "check-emergency"));
        assertThat(severity()).isEqualTo("EMERGENCY");
    }

    @Test
    void silenceIsAskedOnceMoreSlowlyThenAPersonAsks() {
        var call = check();
        var line = new ScriptedLine(call, null, new Answer.Silent(), new Answer.Silent());

        assertThat(turn.hold(line)).isEqualTo(new Ending.DutyDesk(Urgency.HELP, "check-to-person"));
        assertThat(line.heard()).contains(Prompt.of("check-question").slowly());
        assertThat(checkState()).isEqualTo("CALLING");

        telephone.end(call, CallOutcome.ANSWERED);
        assertThat(checkState()).isEqualTo("WAITING");
    }

    @Test
    void aWrongKeyAndAVoiceLeadToAPersonToo() {
        var line = new ScriptedLine(check(), null, new Answer.Spoke(), new Answer.Invalid('7'));

        assertThat(turn.hold(line)).isEqualTo(new Ending.DutyDesk(Urgency.HELP, "check-to-person"));
    }

    @Test
    void starTellsAgainWithoutUsingUpTheSecondTelling() {
        var call = check();
        var line =
                new ScriptedLine(
                        call,
                        null,
                        new Answer.Pressed('*'),
                        new Answer.Silent(),
                        new Answer.Pressed('1'));

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        assertThat(checkState()).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"CONGESTION", "LINE_FAULT", "LOST", "CANCELLED"})
    void ourFaultIsNotTheirSilence(CallOutcome ourFault) {
        var call = check();
        for (int i = 0; i < 10; i++) {
            telephone.end(call, ourFault);
            turn.sweep();
            call = telephone.rings(ELDER);
        }
        assertThat(countedAttempts()).isZero();
        assertThat(incidentState()).isEqualTo("none");
    }

    @Test
    void aNumberThatDoesNotExistGivesWayToTheOther() {
        new TestRoster(jdbc).number(elder, 2, ELDER_AT_HOME);
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();
        telephone.end(telephone.rings(ELDER_AT_HOME), CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.end(telephone.rings(ELDER_AT_HOME), CallOutcome.NO_ANSWER);
        turn.sweep();

        telephone.rings(VOLUNTEER);
    }

    @Test
    void aPersonWithoutAWorkingNumberGoesToTheVolunteerAtOnce() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        telephone.rings(VOLUNTEER);
        assertThat(jdbc.sql("select kind from incident_cause").query(String.class).single())
                .isEqualTo("NO_SUCH_NUMBER");
    }

    @Test
    void anEndToldTwiceLateAndOutOfOrderChangesNothing() {
        var first = check();
        telephone.end(first, CallOutcome.NO_ANSWER);
        telephone.end(first, CallOutcome.NO_ANSWER);
        turn.sweep();
        var second = telephone.rings(ELDER);
        telephone.end(first, CallOutcome.BUSY);

        assertThat(countedAttempts()).isEqualTo(1);
        assertThat(checkState()).isEqualTo("CALLING");
        telephone.end(second, CallOutcome.NO_ANSWER);
        assertThat(countedAttempts()).isEqualTo(2);
    }

    @Test
    void aKeyAfterTheCallWasPresumedLostStillConfirms() {
        var call = check();
        telephone.end(call, CallOutcome.LOST);
        turn.hold(ScriptedLine.pressing(call, '1'));

        assertThat(checkState()).isEqualTo("CONFIRMED");
    }

    @Test
    void aCallThatAsteriskDoesNotKnowIsRungAgain() {
        var call = check();
        jdbc.sql("update attempt set placed_at = placed_at - interval '10 s'").update();
        telephone.onlyTheseLive(Instant.now());
        turn.sweep();

        assertThat(telephone.rings(ELDER)).isNotEqualTo(call);
        assertThat(countedAttempts()).isZero();
    }

    @Test
    void aTalkThatOurOwnDeathCutShortIsRungAgain() {
        var call = check();
        jdbc.sql("update attempt set placed_at = placed_at - interval '1 day'").update();
        telephone.end(call, CallOutcome.ANSWERED);
        turn.sweep();

        assertThat(telephone.rings(ELDER)).isNotEqualTo(call);
        assertThat(countedAttempts()).isZero();
    }

    @Test
    void aCallWithoutAnEndIsGivenUpAtItsDeadline() {
        var call = check();
        jdbc.sql("update attempt set deadline_at = clock_timestamp()").update();
        turn.sweep();

        assertThat(telephone.hungUp()).contains(call);
        telephone.rings(ELDER);
    }

    @Test
    void aWindowThatClosesUnconfirmedGoesToTheLadderEvenWithoutAFreeChannel() {
        telephone.free(0);
        rounds.startNow(List.of(elder));
        jdbc.sql("update wellness_check set window_closes_at = clock_timestamp()").update();
        turn.sweep();

        telephone.rings(VOLUNTEER);
        assertThat(checkState()).isEqualTo("ESCALATED");
    }

    @Test
    void aRefusedCallIsNoAttempt() {
        telephone.refuse(Placement.Reason.LINE_DOWN);
        rounds.startNow(List.of(elder));
        turn.sweep();
        telephone.accept();
        turn.sweep();

        telephone.rings(ELDER);
        assertThat(countedAttempts()).isZero();
    }

    @Test
    void startingARoundTwiceGivesOneCheckADay() {
        assertThat(rounds.startNow(List.of())).isEqualTo(1);
        assertThat(rounds.startNow(List.of())).isEqualTo(1);
        turn.sweep();
        turn.sweep();

        telephone.rings(ELDER);
        assertThat(telephone.silent()).isTrue();
        assertThat(rounds.startNow(List.of())).isZero();
    }
}
