package cn.anxin.hotline.wellness;

/** What a check came to. */
public enum Verdict {
    /** The person said so, by key or by voice. */
    CONFIRMED,
    /** Somebody with a name said so. */
    CLEARED,
    /** Known to be elsewhere. */
    AWAY,
    /** An incident was opened, and its people have it. */
    ESCALATED,
    /** Not to be rung in this round. */
    NOT_DUE
}
