package cn.anxin.hotline.escalation;

/** How bad it may be; a later constant is worse. */
public enum Severity {
    /** We have no number at which they could be reached. */
    NO_NUMBER,
    /** Not heard of today. */
    MISSED,
    /** Not about one person: a line, or a part of the town, is silent for a common cause. */
    LINE,
    /** Not heard of today, and for them that may be bad. */
    MISSED_AT_RISK,
    HELP,
    EMERGENCY;

    /** Whether the only trouble is that we have not heard of them: their own word ends it. */
    public boolean isSilence() {
        return switch (this) {
            case MISSED, MISSED_AT_RISK -> true;
            case NO_NUMBER, LINE, HELP, EMERGENCY -> false;
        };
    }

    /** Whether one call may tell of several of them: none is so urgent that a minute matters. */
    public boolean isListed() {
        return switch (this) {
            case NO_NUMBER, MISSED, MISSED_AT_RISK -> true;
            case LINE, HELP, EMERGENCY -> false;
        };
    }

    /** Whether people at home are left to sleep for it; those on duty are not. */
    public boolean mayWaitForMorning() {
        return switch (this) {
            case NO_NUMBER, MISSED -> true;
            case LINE, MISSED_AT_RISK, HELP, EMERGENCY -> false;
        };
    }
}
