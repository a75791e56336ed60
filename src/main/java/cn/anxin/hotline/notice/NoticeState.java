package cn.anxin.hotline.notice;

import java.util.Set;

/** The fate of a notice. */
public enum NoticeState {
    /** Waits for its first or next attempt. */
    PENDING,
    /** An attempt is under way, or was when its process died. */
    SENDING,
    /** The other side has taken it. */
    SENT,
    /** The other side reported that it has arrived. */
    DELIVERED,
    /** Will not be sent, or was sent and did not arrive. */
    FAILED,
    /** Nobody needs it any more; it was not sent in time. */
    STALE;

    /**
     * What it may have been before. That it was sent is true whichever attempt says so, also one
     * that was given up meanwhile.
     */
    Set<NoticeState> before() {
        return switch (this) {
            case PENDING -> Set.of(SENDING);
            case SENDING, STALE -> Set.of(PENDING, SENDING);
            case SENT -> Set.of(PENDING, SENDING);
            case DELIVERED -> Set.of(SENT);
            case FAILED -> Set.of(SENDING, SENT);
        };
    }
}
