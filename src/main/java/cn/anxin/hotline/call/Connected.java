package cn.anxin.hotline.call;

/** What came of {@link Ending.Connect}. */
public enum Connected {
    /** The two have talked, and the other one has hung up. */
    TALKED,
    /** Nobody answered there. */
    NOT_REACHED
}
