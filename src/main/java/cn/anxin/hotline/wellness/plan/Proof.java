package cn.anxin.hotline.wellness.plan;

/** Which key of theirs says that they are fine. */
public enum Proof {
    /** Key 1, always. */
    KEY_ONE,
    /**
     * Another digit each time, which the call tells them: a hand that presses 1 out of habit, or
     * somebody else's, does not pass for a mind that listens.
     */
    OTHER_DIGIT_EACH_TIME
}
