package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The line to somebody who helps.
 *
 * @param patience wait for a key after the last word
 */
record MemberCall(Line line, Member member, Duration patience) {
    static final char PERSON = '0';

    /** No key of any telephone: they have hung up, or the line is lost. */
    static final char GONE = '-';

    private static final char AGAIN = '*';
    private static final int TELLINGS = 3;

    CallId id() {
        return line.call();
    }

    /**
     * Asks, and tells again on request.
     *
     * @param keys beside 0 and *
     * @return {@link #PERSON} also for silence, a voice and a wrong key; {@link #GONE}
     */
    char key(List<Prompt> prompts, String keys) {
        var asked = new Question(prompts, keys + PERSON + AGAIN, patience);
        for (int telling = 1; telling <= TELLINGS; telling++) {
            switch (line.ask(asked)) {
                case Answer.Pressed(char key) when key != AGAIN -> {
                    return key;
                }
                case Answer.Pressed _ -> asked = asked.slowly();
                case Answer.HungUp _, Answer.Failed _ -> {
                    return GONE;
                }
                case Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> {
                    return PERSON;
                }
            }
        }
        return PERSON;
    }

    char key(String prompt, String keys) {
        return key(List.of(Prompt.of(prompt)), keys);
    }

    /** How it goes on after a key that chose nothing. */
    static Onward leaving(char key) {
        return key == GONE ? Onward.GONE : Onward.TO_DESK;
    }

    /** Asks for what they may leave out: who says nothing to it goes on. */
    Answer offer(String prompt, String keys) {
        return line.ask(new Question(List.of(Prompt.of(prompt)), keys, patience));
    }

    void say(String prompt) {
        line.say(Prompt.of(prompt));
    }

    /** Empty if it was not done in time; it may still succeed later. */
    <T> Optional<T> soon(Supplier<T> work) {
        return CallerPatience.within("What the volunteer wants in call " + id(), work);
    }

    boolean kept(Runnable work) {
        return CallerPatience.within("What the volunteer says in call " + id(), work);
    }

    /** Our fault: somebody takes it down by hand. */
    Onward notKept() {
        say("volunteer-not-kept");
        return Onward.TO_DESK;
    }
}
