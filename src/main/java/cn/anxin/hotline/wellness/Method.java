package cn.anxin.hotline.wellness;

/** The kind of evidence that a {@link Verdict} rests on. */
public enum Method {
    /** A key on their own telephone. */
    KEY,
    /** A key in a call of theirs to us. */
    CALLED_US,
    /** Their voice, heard by a named person in the recording. */
    SPEECH,
    /** A named person talked with them by telephone. */
    TALKED,
    /** A named person visited them. */
    VISITED,
    /** A named person was told by somebody who had seen them. */
    REPORTED_WELL,
    /** An incident was settled by somebody who had seen them. */
    INCIDENT,
    /** A pause in force on that day. */
    PAUSE,
    /** Their plan, or the roster. */
    PLAN
}
