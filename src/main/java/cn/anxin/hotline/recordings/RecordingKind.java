package cn.anxin.hotline.recordings;

/** Why somebody was recorded. */
public enum RecordingKind {
    /** They spoke in a check instead of pressing a key. */
    SPOKEN_REPLY,
    /** Nobody could answer them. */
    MESSAGE
}
