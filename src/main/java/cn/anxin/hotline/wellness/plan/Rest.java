package cn.anxin.hotline.wellness.plan;

/** Why a person is left in peace for a while before the next attempt. */
public enum Rest {
    BUSY,
    NO_ANSWER,
    REJECTED,
    /** Switched off, or out of coverage. */
    UNREACHABLE,
    /** Answered, but nobody said how they are. */
    UNCONFIRMED,
    /** The number does not exist, and there is another. */
    OTHER_NUMBER,
    /** They had answered, and the network lost the call. */
    CUT_OFF,
    /** Our own line failed; such an attempt is not counted. */
    LINE_FAULT
}
