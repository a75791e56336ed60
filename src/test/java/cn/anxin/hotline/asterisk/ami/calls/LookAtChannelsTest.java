package cn.anxin.hotline.asterisk.ami.calls;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.asterisk.ami.MemoryBoard;
import cn.anxin.hotline.asterisk.ami.Recorder;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of a list of all channels, and of the events around it. */
class LookAtChannelsTest {
    private static final Instant LOOK = Instant.parse("2026-03-01T08:00:00Z");
    private static final Destination ELDER =
            new Destination.Outside(new PhoneNumber("+862158950001"));

    private final PlacedCalls placed = new PlacedCalls();
    private final TrunkChannels trunk =
            new TrunkChannels(
                    new TrunkSettings(List.of(), Endpoint.valueOf("h:1"), 5, 2, 5, List.of()));
    private final Recorder recorder = new Recorder();
    private final MemoryBoard board = new MemoryBoard();
    private final List<CallId> hungUp = new ArrayList<>();
    private final AtomicInteger furtherLooks = new AtomicInteger();
    private final CallEvents events =
            new CallEvents(
                    placed,
                    trunk,
                    new BoardUpkeep(board, new NumberPlan("CN", "021")),
                    new Listeners<>(() -> Stream.of(recorder)),
                    new Listeners<DutyWatcher>(Stream::of),
                    new CallCounters(new SimpleMeterRegistry()),
                    hungUp::add,
                    furtherLooks::incrementAndGet);

    @BeforeEach
    void theRoundMayRing() {
        trunk.correct(Set.of(), LOOK.minusSeconds(60));
    }

    @Test
    void aCallThatEndedWhileTheListWasOnItsWayStaysEnded() {
        var call = dialled(LOOK.minusSeconds(20));
        var list = listOf(call);
        events.accept(closed(call, LOOK.plusMillis(100)));
        events.accept(new AmiEvent.ChannelsSeen(list));
        assertThat(recorder.looks)
                .singleElement()
                .satisfies(one -> assertThat(one.calls()).isEmpty());
        assertThat(trunk.inUse()).isZero();
        assertThat(board.calls()).isEmpty();
    }

    @Test
    void aCallThatLivesIsNeitherEndedNorForgotten() {
        var call = dialled(LOOK.minusSeconds(20));
        events.accept(new AmiEvent.ChannelsSeen(listOf(call)));
        assertThat(recorder.ends).isEmpty();
        assertThat(placed.all()).hasSize(1);
        assertThat(trunk.inUse()).isEqualTo(1);
    }

    @Test
    void aCallJustSubmittedIsNotMissedYet() {
        dialled(LOOK.minusSeconds(1));
        events.accept(new AmiEvent.ChannelsSeen(listOf()));
        assertThat(placed.all()).hasSize(1);
        assertThat(trunk.inUse()).isEqualTo(1);
    }

    @Test
    void aCallTooYoungToBeMissedIsLookedForAgainSoonUntilItIsOldEnough() {
        var call = dialled(LOOK.minusSeconds(1));
        events.accept(
                new AmiEvent.ChannelOpened(call.value(), "PJSIP/trunk-1", LOOK.minusSeconds(1)));
        events.accept(new AmiEvent.ChannelsSeen(listOf()));
        assertThat(furtherLooks).hasValue(1);
        events.accept(new AmiEvent.ChannelsSeen(new ChannelList(List.of(), LOOK.plusSeconds(5))));
        assertThat(furtherLooks).hasValue(1);
        assertThat(placed.all()).isEmpty();
    }

    @Test
    void aCallWithAChannelWhoseEndWasLostIsOnlyMissing() {
        var call = dialled(LOOK.minusSeconds(20));
        events.accept(
                new AmiEvent.ChannelOpened(call.value(), "PJSIP/trunk-1", LOOK.minusSeconds(19)));
        events.accept(new AmiEvent.OriginateFailed("s", LOOK.minusSeconds(9)));
        events.accept(new AmiEvent.ChannelsSeen(listOf()));
        assertThat(recorder.ends).isEmpty();
        assertThat(placed.all()).isEmpty();
        assertThat(trunk.inUse()).isZero();
    }

    @Test
    void whatFailedAfterTheLookIsJudgedByTheNextOne() {
        dialled(LOOK.minusSeconds(1));
        events.accept(new AmiEvent.OriginateFailed("s", LOOK.plusMillis(1)));
        events.accept(new AmiEvent.ChannelsSeen(listOf()));
        assertThat(recorder.ends).isEmpty();
        events.accept(new AmiEvent.ChannelsSeen(new ChannelList(List.of(), LOOK.plusSeconds(1))));
        assertThat(recorder.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(CallOutcome.LINE_FAULT));
    }

    @Test
    void whatWasToEndWhileTheLinkWasDownIsHungUpWhenItIsSeenAlive() {
        var call = dialled(LOOK.minusSeconds(20));
        events.accept(new AmiEvent.ChannelUp(call.value(), LOOK.minusSeconds(15)));
        placed.cancel(call);
        events.accept(new AmiEvent.ChannelsSeen(listOf(call)));
        assertThat(hungUp).containsExactly(call);
        events.accept(closed(call, LOOK.plusSeconds(1)));
        assertThat(recorder.ends)
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(CallOutcome.ANSWERED));
    }

    private CallId dialled(Instant at) {
        var call = CallId.next(CallPurpose.CHECK);
        placed.begin(new OutboundCall(call, ELDER, Duration.ofSeconds(25)), "s", at);
        trunk.promise(call, at);
        return call;
    }

    private static ChannelList listOf(CallId... calls) {
        return new ChannelList(Stream.of(calls).map(LookAtChannelsTest::channel).toList(), LOOK);
    }

    private static ChannelList.Channel channel(CallId call) {
        return new ChannelList.Channel(
                call.value(),
                call.value(),
                "PJSIP/trunk-1",
                true,
                "AGI",
                false,
                "02158950001",
                Duration.ofSeconds(19));
    }

    private static AmiEvent.ChannelClosed closed(CallId call, Instant at) {
        return new AmiEvent.ChannelClosed(
                call.value(), call.value(), "PJSIP/trunk-1", true, 16, 0, at);
    }
}
