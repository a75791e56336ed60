package cn.anxin.hotline.asterisk.ami;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.Placement;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LinkToAsteriskTest {
    private FakeAsterisk asterisk = new FakeAsterisk();
    private final Rig rig = new Rig(asterisk.port());

    @AfterEach
    void close() throws IOException {
        rig.close();
        asterisk.close();
    }

    @Test
    void theServiceStartsWithoutAsteriskAndWorksWhenItComes() throws IOException {
        var port = asterisk.port();
        asterisk.close();
        try (var late = new Rig(port)) {
            assertThat(late.health()).isEqualTo(Status.DOWN);
            assertThat(late.dialer().free(CallPurpose.ESCALATION)).isZero();
            asterisk = new FakeAsterisk(port);
            late.connected();
            assertThat(late.dialer().dial(Rig.check())).isEqualTo(new Placement.Accepted());
        }
    }

    @Test
    void aConnectionThatStallsIsThrownAwayAndMadeAnew() {
        rig.connected();
        asterisk.stall(true);
        await().until(() -> !rig.isUp());
        asterisk.stall(false);
        rig.connected();
        assertThat(asterisk.logins()).isGreaterThanOrEqualTo(4);
        assertThat(rig.meter("hotline.asterisk.connections")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aConnectionResetOrBrokenInTheMiddleOfAnEventIsMadeAnew() {
        rig.connected();
        asterisk.reset();
        await().until(() -> asterisk.logins() >= 4 && rig.isUp());
        asterisk.dropInTheMiddle();
        await().until(() -> asterisk.logins() >= 6 && rig.isUp());
        assertThat(rig.recorder.ends).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedAgainUntilItIsMended() {
        rig.connected();
        asterisk.refusesPasswords(true);
        asterisk.reset();
        await().until(() -> rig.health().equals(Status.DOWN));
        asterisk.refusesPasswords(false);
        rig.connected();
    }

    /** Its pump threads may each take a minute to end, by a race of the library's own. */
    @Test
    void thirtyReconnectionsLeaveNoReaderAndStartNoReconnectionOfTheLibrarysOwn() {
        rig.connected();
        for (var i = 0; i < 30; i++) {
            var before = asterisk.logins();
            asterisk.reset();
            await().until(() -> asterisk.logins() >= before + 2 && rig.isUp());
        }
        await().untilAsserted(() -> assertThat(threadsOf("-Reader-\\d+")).hasSize(2));
        assertThat(threadsOf("-Reconnect-\\d+")).isEmpty();
    }

    private static List<String> threadsOf(String kind) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("Asterisk-Java ManagerConnection-\\d+" + kind))
                .toList();
    }

    @Test
    void afterEveryReconnectionEveryoneLearnsWhatLives() throws InterruptedException {
        rig.connected();
        var call = CallId.next(CallPurpose.CHECK);
        asterisk.hasChannel(call.value(), "Linkedid: " + call + "|Channel: PJSIP/trunk-01");
        asterisk.hasChannel(
                "not a call id", "Linkedid: 1700000000.5|Channel: Local/1@duty-mobile;1");
        asterisk.reset();
        await().untilAsserted(() ->
                assertThat(nextLook().calls())
                        .containsExactlyInAnyOrder(call, new CallId("1700000000.5")));
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(4);
    }

    @Test
    void withoutAnyReasonEveryoneIsToldFromTimeToTime() throws InterruptedException {
        rig.connected();
        for (var i = 0; i < 3; i++) {
            nextLook();
        }
    }

    @Test
    void aListWithHolesIsToldToNobody() throws InterruptedException {
        rig.connected();
        asterisk.leavesOutOfLists(1);
        var call = CallId.next(CallPurpose.CHECK);
        asterisk.hasChannel(call.value(), "Linkedid: " + call);
        asterisk.hasChannel("1700000000.1", "Linkedid: 1700000000.1");
        for (LiveCalls look; (look = rig.recorder.looks.poll(2, SECONDS)) != null; ) {
            assertThat(look.calls()).isEmpty();
        }
        asterisk.leavesOutOfLists(0);
        assertThat(nextLook().calls()).contains(call);
    }

    @Test
    void theBoardIsFilledAgainFromWhatLives() {
        rig.connected();
        rig.board.put(
                new CallBoard.Entry(
                        new CallId("1600000000.1"),
                        CallPurpose.INBOUND,
                        "******01",
                        Stage.TALKING,
                        Instant.EPOCH));
        asterisk.hasChannel(
                "1700000000.1",
                "Linkedid: 1700000000.1|Channel: PJSIP/trunk-01|ChannelState: 6|Application: Queue"
                        + "|BridgeId: b|CallerIDNum: 02158950002|Duration: 00:01:40");
        asterisk.hasChannel(
                "1700000000.2", "Linkedid: 1700000000.1|Channel: PJSIP/duty1-02|ChannelState: 6");
        await().untilAsserted(() ->
                assertThat(rig.board.calls())
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.call().value()).isEqualTo("1700000000.1");
                            assertThat(entry.stage()).isEqualTo(Stage.WITH_DUTY);
                            assertThat(entry.party()).isEqualTo("******02");
                        }));
    }

    @Test
    void aFloodIsDroppedCountedAndFollowedByALook() throws InterruptedException {
        rig.connected();
        rig.recorder.gate.drainPermits();
        var call = CallId.next(CallPurpose.CHECK);
        asterisk.event("Hangup", "ChannelState: 6|Uniqueid: " + call + "|Linkedid: " + call);
        asterisk.flood(40_000);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.meter("hotline.asterisk.events.dropped") > 5_000);
        assertThat(rig.isUp()).isTrue();
        rig.recorder.looks.clear();
        rig.recorder.gate.release(1000);
        assertThat(Objects.requireNonNull(rig.recorder.ends.poll(5, SECONDS)).call())
                .isEqualTo(call);
        nextLook();
    }

    @Test
    void aCallWhoseEndWasMissedIsForgottenAndItsChannelFree() throws InterruptedException {
        rig.connected();
        rig.dialer().dial(Rig.check());
        assertThat(rig.dialer().free(CallPurpose.ESCALATION)).isEqualTo(4);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> rig.dialer().free(CallPurpose.ESCALATION) == 5);
        assertThat(rig.recorder.ends).isEmpty();
        assertThat(rig.meters.get("hotline.calls.ended").tag("outcome", "LOST").counter().count())
                .isEqualTo(1);
    }

    private LiveCalls nextLook() throws InterruptedException {
        return Objects.requireNonNull(rig.recorder.looks.poll(5, SECONDS), "nobody looked");
    }
}
