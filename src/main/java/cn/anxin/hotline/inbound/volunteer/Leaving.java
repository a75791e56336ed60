package cn.anxin.hotline.inbound.volunteer;

/** How somebody leaves the volunteers' menu. */
public enum Leaving {
    DONE,
    /** To a person, behind those who wait already. */
    TO_DESK,
    /** Hung up before they said anything. */
    WITHOUT_A_WORD
}
