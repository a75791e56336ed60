package cn.anxin.hotline.call;

/** How a placed call ended, told from the Q.850 cause and the SIP response code. */
public enum CallOutcome {
    /** Somebody, or something, took the receiver. Not yet well. */
    ANSWERED,
    NO_ANSWER,
    BUSY,
    REJECTED,
    /** Switched off or out of coverage. */
    UNREACHABLE,
    NO_SUCH_NUMBER,
    /** The network had no way for us. Our line's fault. */
    CONGESTION,
    /** Our trunk, our Asterisk or our service failed. */
    LINE_FAULT,
    /** We do not know: its end was never seen. Not answered, and not the person's doing. */
    LOST,
    /** We took it back before it was answered. */
    CANCELLED;

    /** Whether the silence is our own doing and must not count as the person's. */
    public boolean ourFault() {
        return switch (this) {
            case CONGESTION, LINE_FAULT, LOST, CANCELLED -> true;
            case ANSWERED, NO_ANSWER, BUSY, REJECTED, UNREACHABLE, NO_SUCH_NUMBER -> false;
        };
    }
}
