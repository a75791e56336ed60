package cn.anxin.hotline.call;

import java.time.Duration;
import java.util.Optional;

/**
 * An answered call in the hands of its {@link Dialogue}. Belongs to that dialogue's thread alone.
 * Once the other side is gone or the link broke, everything said is dropped and every question is
 * answered by {@link Answer.HungUp} or {@link Answer.Failed} at once, so a script may run to its
 * end as written.
 */
public interface Line {

    CallId call();

    /** Who calls, where the network told us a telephone number; what it told is not proof. */
    Optional<PhoneNumber> caller();

    /** What came of the connection that an earlier dialogue of this call asked for, if one did. */
    default Optional<Connected> connected() {
        return Optional.empty();
    }

    /** Says it to the end; keys are dropped. */
    void say(Prompt... prompts);

    Answer ask(Question question);

    /**
     * Records what they say until they press a key, are silent for so long, hang up, or have spoken
     * for the longest time. Each recording of a call is kept by itself.
     *
     * @param longest at most five minutes
     * @param silence whole seconds
     * @return empty if nothing could be kept
     */
    Optional<Recording> record(Duration longest, Duration silence);

    /**
     * The longest that was spoken without a pause on the other side until now, by whomever or
     * whatever; nothing if nobody spoke, or if it cannot be told. What Asterisk tells a second late
     * is missing from it.
     */
    default Duration longestSpeech() {
        return Duration.ZERO;
    }

    /** Whether the other side is gone, or the link to Asterisk broke. */
    boolean gone();
}
