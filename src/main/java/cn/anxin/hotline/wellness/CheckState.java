package cn.anxin.hotline.wellness;

enum CheckState {
    /** Its next attempt, or the close of its window, is due at {@code next_action_at}. */
    WAITING,
    /** An attempt is under way. */
    CALLING,
    /** It has its verdict. */
    ENDED
}
