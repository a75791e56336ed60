package cn.anxin.hotline.escalation;

import cn.anxin.hotline.people.RiskLevel;

/** Why an incident is opened, or joined. */
public enum Cause {
    /** Today's check spent its attempts. */
    CHECK_MISSED(Severity.MISSED),
    /** None of the person's numbers exists. */
    NO_SUCH_NUMBER(Severity.NO_NUMBER),
    /** Our own line kept us from asking until the window closed. */
    CHECK_PREVENTED(Severity.MISSED),
    /** Our line, or the way to an exchange or an operator, fails whomever it is to reach. */
    LINE_SILENT(Severity.LINE),
    /** A building or a committee is silent beyond what its people's own habits explain. */
    AREA_SILENT(Severity.LINE),
    /** What must always hold of our own records does not. */
    SELF_CHECK_FAILED(Severity.LINE),
    /** A round has not begun, is stuck, or will not be over in time. */
    ROUND_IN_DANGER(Severity.LINE),
    /** Pressed the key for help. */
    ASKED_FOR_HELP(Severity.HELP),
    /** Rang the hotline, and nobody at the desk answered before they left a message or gave up. */
    NOT_ANSWERED(Severity.HELP),
    /** Pressed the key for an emergency. */
    EMERGENCY(Severity.EMERGENCY);

    private final Severity severity;

    Cause(Severity severity) {
        this.severity = severity;
    }

    /**
     * How bad it may be for somebody at this risk: for who is at high risk a silence is worse, also
     * when it is the number that is wrong.
     */
    public Severity severity(RiskLevel risk) {
        var silent = severity == Severity.MISSED || severity == Severity.NO_NUMBER;
        return silent && risk == RiskLevel.HIGH ? Severity.MISSED_AT_RISK : severity;
    }

    boolean isAboutNobody() {
        return severity == Severity.LINE;
    }

    Severity severity() {
        return severity;
    }
}
