package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps the board of calls as Asterisk's events tell them. */
final class BoardUpkeep {
    private static final String UNKNOWN_PARTY = "******";

    /** A call younger than this may be on the board before Asterisk's list has it. */
    private static final Duration TOO_YOUNG_TO_MISS = Duration.ofSeconds(5);

    private final CallBoard board;
    private final NumberPlan plan;

    BoardUpkeep(CallBoard board, NumberPlan plan) {
        this.board = board;
        this.plan = plan;
    }

    void rings(OutboundCall call, Instant since) {
        put(call.id(), party(call.destination()), CallBoard.Stage.RINGING, since);
    }

    void talks(OutboundCall call, Instant since) {
        put(call.id(), party(call.destination()), CallBoard.Stage.TALKING, since);
    }

    void moves(CallId call, String callerNumber, CallBoard.Stage stage, Instant at) {
        var shown = shown(call);
        put(
                call,
                shown.map(CallBoard.Entry::party).orElseGet(() -> masked(callerNumber)),
                stage,
                shown.map(CallBoard.Entry::since).orElse(at));
    }

    void ends(CallId call) {
        board.remove(call);
    }

    /** Takes off what is over and puts on what the board has lost. */
    void refill(ChannelList list) {
        var live = list.liveCalls().calls();
        var old = list.asOf().minus(TOO_YOUNG_TO_MISS);
        board.calls().stream()
                .filter(entry -> !live.contains(entry.call()) && entry.since().isBefore(old))
                .forEach(entry -> board.remove(entry.call()));
        list.channels().stream()
                .filter(ChannelList.Channel::beganTheCall)
                .forEach(channel ->
                        ChannelIds.read(channel.id())
                                .ifPresent(call -> putBack(call, channel, list.asOf())));
    }

    private void putBack(CallId call, ChannelList.Channel channel, Instant asOf) {
        if (shown(call).isEmpty()) {
            put(call, masked(channel.callerNumber()), stage(channel), asOf.minus(channel.age()));
        }
    }

    private static CallBoard.Stage stage(ChannelList.Channel channel) {
        if (!channel.up()) {
            return CallBoard.Stage.RINGING;
        }
        if (!channel.application().equals("Queue")) {
            return CallBoard.Stage.TALKING;
        }
        return channel.bridged() ? CallBoard.Stage.WITH_DUTY : CallBoard.Stage.WAITING_FOR_DUTY;
    }

    private Optional<CallBoard.Entry> shown(CallId call) {
        return board.calls().stream().filter(entry -> entry.call().equals(call)).findFirst();
    }

    private void put(CallId call, String party, CallBoard.Stage stage, Instant since) {
        board.put(new CallBoard.Entry(call, call.purpose(), party, stage, since));
    }

    private static String party(Destination destination) {
        return switch (destination) {
            case Destination.Outside outside -> outside.number().masked();
            case Destination.DeskPhone phone -> phone.account();
        };
    }

    private String masked(String number) {
        return PhoneNumber.parse(number, plan).map(PhoneNumber::masked).orElse(UNKNOWN_PARTY);
    }
}
