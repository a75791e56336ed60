package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallOutcome;

/** What one ring of a served person's phone came to. */
enum AttemptResult {
    /** Pressed the key for fine: the only one that confirms. */
    FINE,
    /** Pressed the key for help. */
    HELP,
    /** Pressed the key for an emergency. */
    EMERGENCY,
    /** Somebody or something answered, and no key said how they are. Answered is not well. */
    UNCONFIRMED,
    NO_ANSWER,
    BUSY,
    REJECTED,
    UNREACHABLE,
    NO_SUCH_NUMBER,
    CONGESTION,
    LINE_FAULT,
    /** Its end was never seen. */
    LOST,
    /** No channel was free: nothing rang. */
    NOT_PLACED;

    static AttemptResult of(CallOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> UNCONFIRMED;
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

    boolean byKey() {
        return this == FINE || this == HELP || this == EMERGENCY;
    }

    /** Whether it uses up one of the person's attempts: only what is not our own doing does. */
    boolean counts() {
        return switch (this) {
            case CONGESTION, LINE_FAULT, LOST, NOT_PLACED -> false;
            case FINE,
                    HELP,
                    EMERGENCY,
                    UNCONFIRMED,
                    NO_ANSWER,
                    BUSY,
                    REJECTED,
                    UNREACHABLE,
                    NO_SUCH_NUMBER ->
                    true;
        };
    }
}
