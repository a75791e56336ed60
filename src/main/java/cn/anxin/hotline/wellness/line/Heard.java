package cn.anxin.hotline.wellness.line;

/** What a call's end says about the way to that telephone. */
public enum Heard {
    /** The telephone was reached: answered, engaged, or rejected. */
    REACHED,
    /** Nobody took it, or the network could not find it. */
    SILENT,
    /** Our line or the network failed; not the person's silence. */
    FAULT
}
