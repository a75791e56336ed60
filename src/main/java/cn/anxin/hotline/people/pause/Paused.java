package cn.anxin.hotline.people.pause;

/** What became of the wish to begin or change a pause. */
public sealed interface Paused {

    record Done(Pause pause) implements Paused {}

    /** There is no such person or pause. */
    record Unknown() implements Paused {}

    /** It is against a rule; nothing changed. */
    record Refused(Why why) implements Paused {}

    enum Why {
        /** They would be back before they go, or before today. */
        BACKWARDS,
        /** It begins before today; what was done on those days is done. */
        IN_THE_PAST,
        /** Longer than a pause may be; it can be prolonged later. */
        TOO_LONG,
        /** They are away then already. */
        OVERLAPS,
        /** They are not in the roster. */
        NOT_ENROLLED,
        /** It is over: begin another. */
        OVER
    }
}
