package cn.anxin.hotline.wellness.day;

/** What must hold of the rounds at every moment. */
public enum Invariant {
    /** Every enrolled person has a check today, since a few minutes after midnight. */
    EVERYBODY_HAS_A_CHECK,
    /** The day's totals add up to the roster. */
    TOTALS_ADD_UP,
    /** No open check is overdue by more than a minute. */
    NOTHING_OVERDUE,
    /** A window that closed unconfirmed has its incident within a minute. */
    CLOSED_WINDOWS_ESCALATE,
    /** What was reported well is proven. */
    GOOD_NEWS_IS_PROVEN
}
