package cn.anxin.hotline.escalation;

/** What it turned out to be. */
public enum IncidentOutcome {
    WELL,
    HELPED,
    HOSPITAL,
    AWAY,
    WRONG_NUMBER,
    DIED,
    /** Of a line or a part of the town: it can be reached again. */
    RESTORED,
    /** Of a line or a part of the town: nothing was wrong with it. */
    FALSE_ALARM
}
