package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.OutboundCall;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of a call it placed.
 *
 * @param actionId of its submission, never used for another
 * @param cancelled whether we want it gone, answered or not
 * @param failedAt when Asterisk gave the submission up
 */
record PlacedCall(
        OutboundCall call,
        String actionId,
        Instant placedAt,
        Progress progress,
        boolean cancelled,
        @Nullable Instant failedAt) {

    /**
     * After this long without a sign of life the line is dead: PJSIP gives an INVITE up after 32 s,
     * and networks say that they ring within ten.
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /**
     * Asterisk measures the ring from a little later than we do; the events come a little later.
     */
    private static final Duration IMPRECISION = Duration.ofMillis(200);

    enum Progress {
        SUBMITTED,
        OPENED,
        ALERTED,
        ANSWERED
    }

    PlacedCall(OutboundCall call, String actionId, Instant placedAt) {
        this(call, actionId, placedAt, Progress.SUBMITTED, false, null);
    }

    CallId id() {
        return call.id();
    }

    /** Events may come twice or out of order: progress is never taken back. */
    PlacedCall reached(Progress further) {
        return progress.compareTo(further) >= 0
                ? this
                : new PlacedCall(call, actionId, placedAt, further, cancelled, failedAt);
    }

    PlacedCall cancel() {
        return new PlacedCall(call, actionId, placedAt, progress, true, failedAt);
    }

    PlacedCall failed(Instant at) {
        return new PlacedCall(call, actionId, placedAt, progress, cancelled, at);
    }

    CallOutcome outcome(AmiEvent.ChannelClosed end) {
        if (end.wasUp() || progress == Progress.ANSWERED) {
            return CallOutcome.ANSWERED;
        }
        if (cancelled) {
            return CallOutcome.CANCELLED;
        }
        return nothingCameBack(end.at())
                ? withoutAnyLine()
                : OutcomeFromHangup.unanswered(end.q850Cause(), end.sipStatus());
    }

    /** Of a call that never had a channel. */
    CallOutcome outcomeWithoutChannel() {
        return cancelled ? CallOutcome.CANCELLED : withoutAnyLine();
    }

    /**
     * A dead trunk ends exactly like a person who does not answer (cause 19, status 480, or 18 and
     * 408): only that it never rang tells them apart.
     */
    private boolean nothingCameBack(Instant end) {
        var longest = call.ring().compareTo(LONGEST_SILENCE) < 0 ? call.ring() : LONGEST_SILENCE;
        return progress.compareTo(Progress.ALERTED) < 0
                && !end.isBefore(placedAt.plus(longest).minus(IMPRECISION));
    }

    private CallOutcome withoutAnyLine() {
        return switch (call.destination()) {
            case Destination.Outside _ -> CallOutcome.LINE_FAULT;
            case Destination.DeskPhone _ -> CallOutcome.UNREACHABLE;
        };
    }
}
