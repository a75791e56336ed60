package cn.anxin.hotline.people.pause;

/** Where a pause stands today. */
public enum PauseState {
    PLANNED,
    RUNNING,
    /** They are rung again, and nobody has said that they know it. */
    ENDED,
    /** Somebody knows. */
    CLOSED
}
