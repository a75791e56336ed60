package cn.anxin.hotline.wellness.line;

/**
 * What calls may have in common, the narrowest first: where several explain a silence equally well,
 * the narrowest is paused, and the rest of the round goes on to tell whether it is more than that.
 */
public enum PartKind {
    BUILDING,
    COMMITTEE,
    /** An operator's or an exchange's numbers. */
    PREFIX,
    /** All that we call. */
    TRUNK
}
