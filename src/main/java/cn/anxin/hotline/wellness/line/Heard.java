package cn.anxin.hotline.wellness.line;

/** What a call's end says about the way to that telephone. */
public enum Heard {
    /** The telephone was reached: answered, engaged, or rejected. */
    REACHED,
    /** Nobody took it, or it is switched off. */
    SILENT,
    /** The network says that there is no such number; it speaks of itself or of the number. */
    NO_SUCH_NUMBER,
    /** Our line or the network failed; not the person's silence. */
    FAULT
}
