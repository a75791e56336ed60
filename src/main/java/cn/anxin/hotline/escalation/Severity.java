package cn.anxin.hotline.escalation;

/** How bad it may be; a later constant is worse. */
public enum Severity {
    MISSED,
    /** Not about one person: a line, or a part of the town, is silent for a common cause. */
    LINE,
    HELP,
    EMERGENCY
}
