package cn.anxin.hotline.call;

/** What became of the wish to place a call. */
public sealed interface Placement {

    /** Asterisk has it. */
    record Accepted() implements Placement {}

    /** Nothing was dialled; it is our line's doing and may be tried again. */
    record Refused(Reason reason) implements Placement {}

    enum Reason {
        /** Every channel that this purpose may use is taken. */
        NO_FREE_CHANNEL,
        /** More calls a second than the trunk is allowed. */
        TOO_MANY_A_SECOND,
        /** No working connection to Asterisk. */
        LINE_DOWN
    }
}
