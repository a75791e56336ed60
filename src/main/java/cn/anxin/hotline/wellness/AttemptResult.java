package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.wellness.line.Heard;
import cn.anxin.hotline.wellness.plan.Rest;
import java.util.Optional;

/** What one ring of a served person's phone came to. */
enum AttemptResult {
    /** Pressed the key for fine: the only one that confirms. */
    FINE,
    /** Pressed the key for help. */
    HELP,
    /** Pressed the key for an emergency. */
    EMERGENCY,
    /** Said something instead of pressing a key: a human ear has to hear whether they are well. */
    SPOKE,
    /** Somebody or something answered, and no key said how they are. Answered is not well. */
    UNCONFIRMED,
    NO_ANSWER,
    BUSY,
    REJECTED,
    /** Switched off, or out of coverage. */
    UNREACHABLE,
    NO_SUCH_NUMBER,
    /** Answered, and then lost by the network before anybody could say how they are. */
    CUT_OFF,
    CONGESTION,
    LINE_FAULT,
    /** Its end was never seen, or our own death cut it short. */
    LOST,
    /** No channel was free: nothing rang. */
    NOT_PLACED;

    /**
     * @param q850Cause tells an answered call that somebody hung up from one that the network lost
     */
    static AttemptResult of(CallOutcome outcome, int q850Cause) {
        return switch (outcome) {
            case ANSWERED -> lostByTheNetwork(q850Cause) ? CUT_OFF : UNCONFIRMED;
            case NO_ANSWER -> NO_ANSWER;
            case BUSY -> BUSY;
            case REJECTED -> REJECTED;
            case UNREACHABLE -> UNREACHABLE;
            case NO_SUCH_NUMBER -> NO_SUCH_NUMBER;
            case CONGESTION -> CONGESTION;
            case LINE_FAULT, CANCELLED -> LINE_FAULT;
            case LOST -> LOST;
        };
    }

    /**
     * Q.850: out of order, network or temporary failure, congestion, a channel or resource that is
     * gone (44 is also what Asterisk says when voice stops coming), recovery on timer expiry. Who
     * hangs up says 16, and a cause that is not given is no excuse.
     */
    private static boolean lostByTheNetwork(int q850Cause) {
        return switch (q850Cause) {
            case 27, 38, 41, 42, 43, 44, 46, 47, 102 -> true;
            default -> false;
        };
    }

    /** What it says about the way to that telephone; empty if nothing. */
    Optional<Heard> heard() {
        return switch (this) {
            case FINE, HELP, EMERGENCY, SPOKE, UNCONFIRMED, BUSY, REJECTED ->
                    Optional.of(Heard.REACHED);
            case NO_ANSWER, UNREACHABLE -> Optional.of(Heard.SILENT);
            case NO_SUCH_NUMBER -> Optional.of(Heard.NO_SUCH_NUMBER);
            case CUT_OFF, CONGESTION, LINE_FAULT -> Optional.of(Heard.FAULT);
            case LOST, NOT_PLACED -> Optional.empty();
        };
    }

    boolean byKey() {
        return this == FINE || this == HELP || this == EMERGENCY;
    }

    /** Whether it uses up one of the person's attempts: only what is not our own doing does. */
    boolean counts() {
        return switch (this) {
            case CUT_OFF, CONGESTION, LINE_FAULT, LOST, NOT_PLACED -> false;
            case FINE,
                    HELP,
                    EMERGENCY,
                    SPOKE,
                    UNCONFIRMED,
                    NO_ANSWER,
                    BUSY,
                    REJECTED,
                    UNREACHABLE,
                    NO_SUCH_NUMBER ->
                    true;
        };
    }

    /**
     * @throws IllegalStateException if it ends the check
     */
    Rest rest() {
        return switch (this) {
            case BUSY -> Rest.BUSY;
            case NO_ANSWER -> Rest.NO_ANSWER;
            case REJECTED -> Rest.REJECTED;
            case UNREACHABLE -> Rest.UNREACHABLE;
            case SPOKE, UNCONFIRMED -> Rest.UNCONFIRMED;
            case NO_SUCH_NUMBER -> Rest.OTHER_NUMBER;
            case CUT_OFF -> Rest.CUT_OFF;
            case CONGESTION, LINE_FAULT, LOST, NOT_PLACED -> Rest.LINE_FAULT;
            case FINE, HELP, EMERGENCY -> throw new IllegalStateException(this + " ends the check");
        };
    }
}
