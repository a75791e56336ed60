package cn.anxin.hotline.escalation;

/** How bad it may be; a later constant is worse. */
public enum Severity {
    MISSED,
    HELP,
    EMERGENCY
}
