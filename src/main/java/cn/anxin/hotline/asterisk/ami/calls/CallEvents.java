package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.DutyWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Draws the conclusions from Asterisk's events, one after the other on one thread, and tells the
 * other rooms.
 */
final class CallEvents implements Consumer<AmiEvent> {

    /** How long an accepted call may be without a channel before it counts as lost. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final PlacedCalls placed;
    private final TrunkChannels trunk;
    private final BoardUpkeep board;
    private final Listeners<CallWatcher> watchers;
    private final Listeners<DutyWatcher> duty;
    private final CallCounters counters;
    private final Consumer<CallId> hangUp;
    private final Runnable resynchroniseSoon;
    private final EndedLately endedLately = new EndedLately();

    CallEvents(
            PlacedCalls placed,
            TrunkChannels trunk,
            BoardUpkeep board,
            Listeners<CallWatcher> watchers,
            Listeners<DutyWatcher> duty,
            CallCounters counters,
            Consumer<CallId> hangUp,
            Runnable resynchroniseSoon) {
        this.placed = placed;
        this.trunk = trunk;
        this.board = board;
        this.watchers = watchers;
        this.duty = duty;
        this.counters = counters;
        this.hangUp = hangUp;
        this.resynchroniseSoon = resynchroniseSoon;
    }

    @Override
    public void accept(AmiEvent event) {
        switch (event) {
            case AmiEvent.ChannelOpened opened -> opened(opened);
            case AmiEvent.ChannelAlerting alerting ->
                    placed.reached(alerting.channel(), PlacedCall.Progress.ALERTED);
            case AmiEvent.ChannelUp up ->
                    placed.reached(up.channel(), PlacedCall.Progress.ANSWERED)
                            .ifPresent(call -> board.talks(call.call(), call.placedAt()));
            case AmiEvent.ChannelClosed closed -> closed(closed);
            case AmiEvent.OriginateFailed failed -> failed(failed);
            case AmiEvent.CallerQueued queued ->
                    ChannelIds.read(queued.channel()).ifPresent(call -> queued(call, queued));
            case AmiEvent.CallerAnswered answered ->
                    ChannelIds.read(answered.channel()).ifPresent(call -> answered(call, answered));
            case AmiEvent.ChannelsSeen seen -> seen(seen.list());
            case AmiEvent.TalkingStarted _, AmiEvent.TalkingStopped _ -> {
                // told on a lane of its own
            }
        }
    }

    private void opened(AmiEvent.ChannelOpened opened) {
        if (TrunkChannels.isTrunk(opened.name())) {
            trunk.opened(opened.channel(), opened.at());
        }
        placed.reached(opened.channel(), PlacedCall.Progress.OPENED)
                .ifPresent(call -> {
                    board.rings(call.call(), call.placedAt());
                    if (call.cancelled()) {
                        hangUp.accept(call.id());
                    }
                });
    }

    private void closed(AmiEvent.ChannelClosed closed) {
        trunk.closed(closed.channel());
        endedLately.add(closed.channel(), closed.at());
        ChannelIds.read(closed.channel())
                .filter(call -> isCall(call, closed))
                .ifPresent(call -> {
                    board.ends(call);
                    tell(ended(call, closed));
                });
    }

    /** Callers, and what we placed; not the phones that a queue rings. */
    private static boolean isCall(CallId call, AmiEvent.ChannelClosed closed) {
        return call.purpose() != CallPurpose.INBOUND
                || (closed.channel().equals(closed.linked())
                        && !closed.name().startsWith("Local/"));
    }

    private CallEnded ended(CallId call, AmiEvent.ChannelClosed closed) {
        return new CallEnded(
                call, outcome(call, closed), closed.q850Cause(), closed.sipStatus(), closed.at());
    }

    private CallOutcome outcome(CallId call, AmiEvent.ChannelClosed closed) {
        if (closed.wasUp() || call.purpose() == CallPurpose.INBOUND) {
            placed.end(call);
            return CallOutcome.ANSWERED;
        }
        return placed.end(call)
                .map(known -> known.outcome(closed))
                .orElseGet(
                        () -> OutcomeFromHangup.unanswered(closed.q850Cause(), closed.sipStatus()));
    }

    /** With a channel, its end is told by it; without one, only the list of channels knows. */
    private void failed(AmiEvent.OriginateFailed failed) {
        placed.failed(failed.actionId(), failed.at())
                .filter(CallEvents::hasNoChannel)
                .ifPresent(call -> resynchroniseSoon.run());
    }

    private void queued(CallId call, AmiEvent.CallerQueued queued) {
        board.moves(call, queued.callerNumber(), CallBoard.Stage.WAITING_FOR_DUTY, queued.at());
    }

    private void answered(CallId call, AmiEvent.CallerAnswered answered) {
        board.moves(call, answered.callerNumber(), CallBoard.Stage.WITH_DUTY, answered.at());
        duty.tell(one -> one.answered(call, answered.dutyPhone(), answered.at()));
    }

    private void seen(ChannelList asked) {
        var list = asked.without(endedLately.since(asked.asOf()));
        trunk.correct(list.trunkChannels(), list.asOf());
        var live = list.liveCalls();
        placed.all().forEach(call -> compare(call, live.calls().contains(call.id()), list.asOf()));
        watchers.tell(one -> one.resynchronised(live));
        board.refill(list);
    }

    private void compare(PlacedCall call, boolean isLive, Instant asOf) {
        if (isLive) {
            if (call.cancelled()) {
                hangUp.accept(call.id());
            }
            return;
        }
        var failedAt = call.failedAt();
        if (hasNoChannel(call) && failedAt != null && failedAt.isBefore(asOf)) {
            placed.end(call.id());
            trunk.closed(call.id().value());
            tell(new CallEnded(call.id(), call.outcomeWithoutChannel(), 0, 0, failedAt));
        } else if (call.placedAt().isBefore(asOf.minus(SETTLING))) {
            // Its end was not seen; that it is missing tells the watchers.
            placed.end(call.id());
            counters.ended(call.id(), CallOutcome.LOST);
        } else {
            // Not there yet, or gone with Asterisk: who waits for it shall not wait for the next
            // period.
            resynchroniseSoon.run();
        }
    }

    private static boolean hasNoChannel(PlacedCall call) {
        return call.progress() == PlacedCall.Progress.SUBMITTED;
    }

    private void tell(CallEnded end) {
        counters.ended(end.call(), end.outcome());
        watchers.tell(one -> one.ended(end));
    }
}
