package cn.anxin.hotline.escalation;

/** What it turned out to be. */
public enum IncidentOutcome {
    WELL,
    HELPED,
    HOSPITAL,
    AWAY,
    WRONG_NUMBER,
    DIED
}
