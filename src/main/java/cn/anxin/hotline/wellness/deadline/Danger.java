package cn.anxin.hotline.wellness.deadline;

/** How a round can fail as a whole. */
enum Danger {
    /** Its windows are open, and it is not planned, or nobody was rung. */
    NOT_BEGUN,
    /** People wait for their call, and no call begins or ends. */
    STUCK,
    /** At this pace windows close before people are rung. */
    WILL_NOT_FINISH
}
