package cn.anxin.hotline.asterisk.ami;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.call.Placement.Accepted;
import cn.anxin.hotline.call.Placement.Reason;
import cn.anxin.hotline.call.Placement.Refused;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiallingTest {
    private final FakeAsterisk asterisk = new FakeAsterisk();
    private final Rig rig = new Rig(asterisk.port()).connected();

    @AfterEach
    void close() throws Exception {
        rig.close();
        asterisk.close();
    }

    @Test
    void anElderIsCalledThroughTheTrunkIntoTheOneContextForIt() throws InterruptedException {
        var call = Rig.check();
        assertThat(rig.dialer().dial(call)).isEqualTo(new Accepted());
        assertThat(asterisk.originates().poll(2, SECONDS))
                .containsEntry("channel", "PJSIP/02158950001@trunk")
                .containsEntry("channelid", call.id().value())
                .containsEntry("context", "svc-out")
                .containsEntry("exten", "s")
                .containsEntry("priority", "1")
                .containsEntry("timeout", "25000")
                .containsEntry("callerid", "58958808")
                .containsEntry("async", "true")
                .doesNotContainKeys("variable", "application", "account");
    }

    @Test
    void aDeskPhoneIsCalledByItsAccountAndTakesNoChannelOfTheTrunk() throws InterruptedException {
        var call = Rig.call(CallPurpose.ESCALATION, new Destination.DeskPhone("duty1"));
        assertThat(rig.dialer().dial(call)).isEqualTo(new Accepted());
        assertThat(asterisk.originates().poll(2, SECONDS)).containsEntry("channel", "PJSIP/duty1");
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(5);
    }

    @Test
    void everySubmissionHasAnActionIdOfItsOwn() throws InterruptedException {
        rig.dialer().dial(Rig.check());
        rig.dialer().dial(Rig.check());
        var first = asterisk.originates().poll(2, SECONDS);
        var second = asterisk.originates().poll(2, SECONDS);
        assertThat(first).isNotNull();
        assertThat(second).isNotNull();
        assertThat(first.get("actionid")).isNotEqualTo(second.get("actionid"));
    }

    @Test
    void theSameCallIsSubmittedOnce() {
        var call = Rig.check();
        assertThat(rig.dialer().dial(call)).isEqualTo(new Accepted());
        assertThat(rig.dialer().dial(call)).isEqualTo(new Accepted());
        assertThat(asterisk.originates()).hasSize(1);
    }

    @Test
    void whatAsteriskRefusesIsRefusedAndHoldsNoChannel() {
        asterisk.answersOriginates("Error");
        assertThat(rig.dialer().dial(Rig.check())).isEqualTo(new Refused(Reason.LINE_DOWN));
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(5);
    }

    @Test
    void whatAsteriskDoesNotAnswerMayRingSoItIsAcceptedWithinTwoSeconds() {
        asterisk.answersOriginates("none");
        var call = Rig.check();
        var start = System.nanoTime();
        assertThat(rig.dialer().dial(call)).isEqualTo(new Accepted());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(4);
    }

    @Test
    void theRoundLeavesTheReserveToOthers() {
        for (var i = 0; i < 3; i++) {
            assertThat(rig.dialer().dial(Rig.check())).isEqualTo(new Accepted());
        }
        assertThat(rig.dialer().free(CallPurpose.CHECK)).isZero();
        assertThat(rig.dialer().dial(Rig.check())).isEqualTo(new Refused(Reason.NO_FREE_CHANNEL));
        assertThat(rig.dialer().dial(Rig.call(CallPurpose.ESCALATION, Rig.ELDER)))
                .isEqualTo(new Accepted());
    }

    @Test
    void withoutAsteriskNothingIsPlacedAndNothingPromised() throws Exception {
        asterisk.close();
        await().until(() -> !rig.isUp() && rig.dialer().free(CallPurpose.CHECK) == 0);
        assertThat(rig.dialer().dial(Rig.check())).isEqualTo(new Refused(Reason.LINE_DOWN));
        rig.dialer().hangUp(Rig.check().id());
    }

    @Test
    void manyAtOnceNeverTakeMoreThanThereIs() {
        var placements =
                java.util.stream.IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> rig.dialer().dial(Rig.check()))
                        .toList();
        assertThat(placements).filteredOn(Placement.Accepted.class::isInstance).hasSize(3);
        assertThat(asterisk.originates()).hasSize(3);
    }

    @Test
    void hangingUpNamesTheChannelByItsId() throws InterruptedException {
        var call = Rig.check();
        rig.dialer().dial(call);
        rig.dialer().hangUp(call.id());
        assertThat(asterisk.hangups().poll(2, SECONDS)).isEqualTo(call.id().value());
    }
}
