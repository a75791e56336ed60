package cn.anxin.hotline.asterisk.ami.connection;

/** What became of an action sent to Asterisk. */
public sealed interface Reply {

    /** Asterisk carried it out, or has begun to. */
    record Done() implements Reply {}

    /**
     * Asterisk refused it; nothing happened.
     *
     * @param reason Asterisk's own words
     */
    record Denied(String reason) implements Reply {}

    /** It never reached Asterisk whole, so it cannot happen any more. */
    record NotSent() implements Reply {}

    /** It was sent and nothing came back: it may have happened, or happen yet. */
    record Unknown() implements Reply {}
}
