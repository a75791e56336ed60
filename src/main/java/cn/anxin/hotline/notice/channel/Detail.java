package cn.anxin.hotline.notice.channel;

/** How much a receiver is set to get. */
public enum Detail {
    /** The title and the number of incident or case; nothing personal. */
    TITLE,
    /** The text as well, with the names and addresses in it. */
    TEXT
}
