package cn.anxin.hotline.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.ami.PlacedCall.Progress;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlacedCallTest {
    private static final Instant DIALLED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration RING = Duration.ofSeconds(25);
    private static final Destination ELDER =
            new Destination.Outside(new PhoneNumber("+862158950001"));
    private static final Destination DUTY = new Destination.DeskPhone("duty1");

    @Test
    void ringsUntilOurPatienceEnds() {
        var call = placed(ELDER).reached(Progress.ALERTED);
        assertThat(call.outcome(end(RING, 19, 480))).isEqualTo(CallOutcome.NO_ANSWER);
    }

    @Test
    void aTrunkThatNeverRangIsOurFaultThoughItEndsLikeSilence() {
        var call = placed(ELDER).reached(Progress.OPENED);
        assertThat(call.outcome(end(RING, 19, 480))).isEqualTo(CallOutcome.LINE_FAULT);
    }

    @Test
    void aTrunkThatLetsTheInviteTimeOutIsOurFault() {
        var patient =
                new OutboundCall(CallId.next(CallPurpose.CHECK), ELDER, Duration.ofMinutes(1));
        var call = new PlacedCall(patient, "s", DIALLED).reached(Progress.OPENED);
        assertThat(call.outcome(end(Duration.ofSeconds(32), 18, 408)))
                .isEqualTo(CallOutcome.LINE_FAULT);
    }

    @Test
    void aNetworkThatSaysSoWithoutRingingIsBelieved() {
        var call = placed(ELDER).reached(Progress.OPENED);
        assertThat(call.outcome(end(Duration.ofSeconds(4), 19, 480)))
                .isEqualTo(CallOutcome.NO_ANSWER);
        assertThat(call.outcome(end(Duration.ofSeconds(8), 18, 408)))
                .isEqualTo(CallOutcome.UNREACHABLE);
    }

    @Test
    void aDeskPhoneThatNeverRangIsSwitchedOff() {
        var call = placed(DUTY).reached(Progress.OPENED);
        assertThat(call.outcome(end(RING, 19, 480))).isEqualTo(CallOutcome.UNREACHABLE);
        assertThat(placed(DUTY).outcomeWithoutChannel()).isEqualTo(CallOutcome.UNREACHABLE);
    }

    @Test
    void aCallThatNeverGotAChannelIsOurFault() {
        assertThat(placed(ELDER).outcomeWithoutChannel()).isEqualTo(CallOutcome.LINE_FAULT);
    }

    @Test
    void anAnswerIsNeverForgotten() {
        var call = placed(ELDER).reached(Progress.ANSWERED).reached(Progress.ALERTED).cancel();
        assertThat(call.outcome(end(RING, 16, 0))).isEqualTo(CallOutcome.ANSWERED);
    }

    @Test
    void takenBackBeforeTheAnswer() {
        var call = placed(ELDER).reached(Progress.ALERTED).cancel();
        assertThat(call.outcome(end(Duration.ofSeconds(3), 16, 0)))
                .isEqualTo(CallOutcome.CANCELLED);
        assertThat(placed(ELDER).cancel().outcomeWithoutChannel()).isEqualTo(CallOutcome.CANCELLED);
    }

    private static PlacedCall placed(Destination whom) {
        return new PlacedCall(
                new OutboundCall(CallId.next(CallPurpose.CHECK), whom, RING), "s", DIALLED);
    }

    private static AmiEvent.ChannelClosed end(Duration after, int cause, int status) {
        return new AmiEvent.ChannelClosed(
                "id", "id", "PJSIP/trunk-1", false, cause, status, DIALLED.plus(after));
    }
}
