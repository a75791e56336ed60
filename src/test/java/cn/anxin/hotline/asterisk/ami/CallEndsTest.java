package cn.anxin.hotline.asterisk.ami;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallEndsTest {
    private final FakeAsterisk asterisk = new FakeAsterisk();
    private final Rig rig = new Rig(asterisk.port()).connected();

    @AfterEach
    void close() throws Exception {
        rig.close();
        asterisk.close();
    }

    @Test
    void busy() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        opens(call.id());
        asterisk.event("OriginateResponse", "Response: Failure|ActionID: " + call.submission());
        hangsUp(call.id(), "ChannelState: 5|Cause: 17|TechCause: 486");
        var end = nextEnd();
        assertThat(end.call()).isEqualTo(call.id());
        assertThat(end.outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(end.q850Cause()).isEqualTo(17);
        assertThat(end.sipStatus()).isEqualTo(486);
        nothingMoreIsToldOf(call.id());
    }

    @Test
    void answered() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        opens(call.id());
        await().until(() -> rig.board.stages().contains(Stage.RINGING));
        asterisk.event("Newstate", "ChannelState: 6|Uniqueid: " + call.id());
        await().until(() -> rig.board.stages().contains(Stage.TALKING));
        hangsUp(call.id(), "ChannelState: 6|Cause: 16");
        assertThat(nextEnd().outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(rig.board.calls()).isEmpty();
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(5);
    }

    @Test
    void takenBackWhileItRings() throws InterruptedException {
        var call = dialled(CallPurpose.ESCALATION, Rig.ELDER);
        opens(call.id());
        rig.dialer().hangUp(call.id());
        hangsUp(call.id(), "ChannelState: 5|Cause: 16");
        assertThat(nextEnd().outcome()).isEqualTo(CallOutcome.CANCELLED);
    }

    @Test
    void takenBackBeforeItHasAChannelItIsHungUpWhenItOpens() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        rig.dialer().hangUp(call.id());
        assertThat(asterisk.hangups().poll(2, SECONDS)).isEqualTo(call.id().value());
        opens(call.id());
        assertThat(asterisk.hangups().poll(2, SECONDS)).isEqualTo(call.id().value());
    }

    @Test
    void aDeskPhoneThatIsNotThereEndsWithoutAnyChannel() throws InterruptedException {
        var call = dialled(CallPurpose.ESCALATION, new Destination.DeskPhone("duty1"));
        asterisk.event("OriginateResponse", "Response: Failure|ActionID: " + call.submission());
        var end = nextEnd();
        assertThat(end.call()).isEqualTo(call.id());
        assertThat(end.outcome()).isEqualTo(CallOutcome.UNREACHABLE);
        nothingMoreIsToldOf(call.id());
    }

    @Test
    void aTrunkThatGivesNoChannelIsOurFaultAndItsPromiseIsTakenBack() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        asterisk.event("OriginateResponse", "Response: Failure|ActionID: " + call.submission());
        assertThat(nextEnd().outcome()).isEqualTo(CallOutcome.LINE_FAULT);
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(5);
    }

    /** As after a crash of ours: the submission fails because the call is alive already. */
    @Test
    void aCallSubmittedTwiceLivesUntilItsOwnEnd() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        asterisk.hasChannel(call.id().value(), "Linkedid: " + call.id() + "|ChannelState: 6");
        rig.recorder.looks.clear();
        asterisk.event(
                "OriginateResponse",
                "Response: Failure|Uniqueid: " + call.id() + "|ActionID: " + call.submission());
        assertThat(Objects.requireNonNull(rig.recorder.looks.poll(3, SECONDS)).calls())
                .contains(call.id());
        assertThat(rig.recorder.ends).isEmpty();
        asterisk.hasNoChannels();
        hangsUp(call.id(), "ChannelState: 6|Cause: 16");
        assertThat(nextEnd().outcome()).isEqualTo(CallOutcome.ANSWERED);
        nothingMoreIsToldOf(call.id());
    }

    @Test
    void somebodyElsesFailureEndsNothingOfOurs() throws InterruptedException {
        var call = dialled(CallPurpose.CHECK, Rig.ELDER);
        asterisk.event(
                "OriginateResponse", "Response: Failure|ActionID: another|Uniqueid: " + call.id());
        opens(call.id());
        hangsUp(call.id(), "ChannelState: 0|Cause: 1|TechCause: 404");
        assertThat(nextEnd().outcome()).isEqualTo(CallOutcome.NO_SUCH_NUMBER);
    }

    @Test
    void aCallPlacedByADeadProcessIsToldAllTheSame() throws InterruptedException {
        var call = CallId.next(CallPurpose.ESCALATION);
        hangsUp(call, "ChannelState: 5|Cause: 19|TechCause: 480");
        var end = nextEnd();
        assertThat(end.call()).isEqualTo(call);
        assertThat(end.outcome()).isEqualTo(CallOutcome.NO_ANSWER);
    }

    @Test
    void aCallerIsShownWaitingAndWithDutyUntilTheEnd() throws InterruptedException {
        var caller = new CallId("1700000000.7");
        asterisk.event("Newchannel", "Uniqueid: " + caller + "|Channel: PJSIP/trunk-01");
        await().until(() -> rig.dialer().free(CallPurpose.ESCALATION) == 4);
        asterisk.event("QueueCallerJoin", "Uniqueid: " + caller + "|CallerIDNum: 02158950002");
        await().until(() -> rig.board.stages().contains(Stage.WAITING_FOR_DUTY));
        asterisk.event("AgentConnect", "Uniqueid: " + caller + "|MemberName: 值班一");
        assertThat(rig.recorder.duty.poll(2, SECONDS)).isEqualTo(caller + " answered by 值班一");
        assertThat(rig.board.calls())
                .singleElement()
                .satisfies(entry -> assertThat(entry.stage()).isEqualTo(Stage.WITH_DUTY))
                .satisfies(entry -> assertThat(entry.party()).isEqualTo("******02"));
        asterisk.event(
                "Hangup",
                "ChannelState: 6|Cause: 16|Channel: PJSIP/trunk-01|Uniqueid: "
                        + caller
                        + "|Linkedid: "
                        + caller);
        var end = nextEnd();
        assertThat(end.call()).isEqualTo(caller);
        assertThat(end.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(rig.board.calls()).isEmpty();
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(5);
    }

    @Test
    void thePhonesThatAQueueRingsAreNotCalls() throws InterruptedException {
        var caller = "1700000000.9";
        asterisk.event(
                "Hangup",
                "ChannelState: 5|Channel: PJSIP/trunk-02|Uniqueid: 1700000000.11|Linkedid: "
                        + caller);
        asterisk.event(
                "Hangup",
                "ChannelState: 6|Channel: PJSIP/trunk-01|Uniqueid: "
                        + caller
                        + "|Linkedid: "
                        + caller);
        assertThat(nextEnd().call().value()).isEqualTo(caller);
    }

    @Test
    void aVoiceIsToldEvenWhileAWatcherIsBusy() throws InterruptedException {
        rig.recorder.gate.drainPermits();
        hangsUp(CallId.next(CallPurpose.CHECK), "ChannelState: 6|Cause: 16");
        asterisk.event("ChannelTalkingStart", "Uniqueid: chk-1|ChannelState: 6");
        assertThat(rig.recorder.voices.poll(2, SECONDS)).isEqualTo(new CallId("chk-1"));
        asterisk.event("ChannelTalkingStop", "Uniqueid: chk-1|ChannelState: 6|Duration: 7200");
        assertThat(rig.recorder.speeches.poll(2, SECONDS)).isEqualTo(Duration.ofMillis(7200));
        assertThat(rig.recorder.ends).isEmpty();
        rig.recorder.gate.release(1000);
    }

    @Test
    void calledOutcomesAreCounted() throws InterruptedException {
        hangsUp(CallId.next(CallPurpose.CHECK), "ChannelState: 0|Cause: 17|TechCause: 486");
        nextEnd();
        assertThat(rig.meters.get("hotline.calls.ended").tag("outcome", "BUSY").counter().count())
                .isEqualTo(1);
    }

    private record Dialled(CallId id, String submission) {}

    private Dialled dialled(CallPurpose purpose, Destination whom) throws InterruptedException {
        var call = Rig.call(purpose, whom);
        rig.dialer().dial(call);
        Map<String, String> sent = asterisk.originates().poll(2, SECONDS);
        return new Dialled(call.id(), Objects.requireNonNull(sent).getOrDefault("actionid", ""));
    }

    private void opens(CallId call) {
        asterisk.event(
                "Newchannel",
                "ChannelState: 0|Channel: PJSIP/trunk-01|Uniqueid: " + call + "|Linkedid: " + call);
    }

    private void hangsUp(CallId call, String how) {
        asterisk.event(
                "Hangup",
                how + "|Channel: PJSIP/trunk-01|Uniqueid: " + call + "|Linkedid: " + call);
    }

    private CallEnded nextEnd() throws InterruptedException {
        return Objects.requireNonNull(rig.recorder.ends.poll(5, SECONDS), "no end was told");
    }

    /** Two more looks at the channels, and still nothing. */
    private void nothingMoreIsToldOf(CallId call) throws InterruptedException {
        rig.recorder.looks.clear();
        for (var i = 0; i < 2; i++) {
            assertThat(rig.recorder.looks.poll(5, SECONDS)).isNotNull();
        }
        assertThat(rig.recorder.ends).noneMatch(end -> end.call().equals(call));
    }
}
