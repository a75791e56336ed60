package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallOutcome;

/**
 * What the end of a placed call means for the person who was rung.
 *
 * <p>Asterisk makes the Q.850 cause from the SIP response, unless the carrier sent one itself in a
 * {@code Reason} header; so the cause is asked first and the SIP status only where the cause says
 * nothing. The values are those of ITU-T Q.850 and RFC 3398, and as measured with Asterisk 22.10.
 */
final class OutcomeFromHangup {
    private static final int NO_STATUS = 0;

    private OutcomeFromHangup() {}

    /** Of a call that nobody answered and that we did not take back. */
    static CallOutcome unanswered(int q850Cause, int sipStatus) {
        return switch (q850Cause) {
            case 1, 22, 28 -> CallOutcome.NO_SUCH_NUMBER;
            case 17 -> CallOutcome.BUSY;
            // 20 is a mobile that is switched off, 18 one that does not respond
            case 18, 20 -> CallOutcome.UNREACHABLE;
            case 19 -> CallOutcome.NO_ANSWER;
            case 21 -> CallOutcome.REJECTED;
            // no route, destination out of order, out of channels, network failure, timers
            case 2, 3, 27, 34, 38, 41, 42, 43, 44, 47, 102 -> CallOutcome.CONGESTION;
            // 50 to 95: a service, bearer or codec that the two ends do not share
            case 29, 50, 57, 58, 63, 65, 66, 69, 70, 79, 88, 95, 96, 97, 98, 99, 100, 101, 111 ->
                    CallOutcome.LINE_FAULT;
            default -> fromSip(q850Cause, sipStatus);
        };
    }

    private static CallOutcome fromSip(int q850Cause, int sipStatus) {
        return switch (sipStatus) {
            case 404, 410, 484, 485, 604 -> CallOutcome.NO_SUCH_NUMBER;
            case 486, 600 -> CallOutcome.BUSY;
            case 408 -> CallOutcome.UNREACHABLE;
            case 480, 487 -> CallOutcome.NO_ANSWER;
            case 403, 603, 607, 608 -> CallOutcome.REJECTED;
            case NO_STATUS -> withoutStatus(q850Cause);
            default ->
                    sipStatus >= 500 && sipStatus < 600
                            ? CallOutcome.CONGESTION
                            : CallOutcome.LINE_FAULT;
        };
    }

    /** Normal clearing before any answer of the far end: hung up from within our own Asterisk. */
    private static CallOutcome withoutStatus(int q850Cause) {
        return q850Cause == 16 || q850Cause == 26 ? CallOutcome.CANCELLED : CallOutcome.LOST;
    }
}
