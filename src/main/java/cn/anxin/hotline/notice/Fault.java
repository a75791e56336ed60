package cn.anxin.hotline.notice;

/** Why an attempt to send did not succeed. */
public enum Fault {
    /** No such host, or nobody listens there. */
    NO_CONNECTION,
    /** The certificate is not one that we trust, or it is another host's. */
    NOT_TRUSTED,
    /** No whole answer in time; it may have been sent all the same. */
    TIMED_OUT,
    /** The connection broke in the middle; it may have been sent all the same. */
    CUT_OFF,
    /** The other side failed by its own account. */
    SERVER_ERROR,
    /** More than the other side takes in so short a time. */
    THROTTLED,
    /** It points elsewhere, where we do not follow. */
    REDIRECTED,
    /** It does not let us in: a password, a key, a list of addresses, an empty account. */
    NOT_ALLOWED,
    /** It answered something that its settings do not tell how to read. */
    UNREADABLE,
    /** It answered that it did not take the message; another time it may. */
    NOT_TAKEN,
    /** It will never take this message. */
    REFUSED,
    /** It took the message, and reported later that nobody got it. */
    NOT_DELIVERED,
    /** We could not even make the message. */
    OUR_FAULT
}
