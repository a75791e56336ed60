package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The line to whoever was rung for an incident. Nobody on it waits for a slow database: what is not
 * kept in time leaves the incident on its ladder, and they are told so.
 */
record RungCall(Line line) {
    private static final int TELLINGS = 3;

    CallId id() {
        return line.call();
    }

    /**
     * Asks until a key is pressed that means something: three times, slowly from the second on.
     *
     * @return empty if none was, or they are gone
     */
    Optional<Character> key(Question question) {
        var asked = question;
        for (int telling = 1; telling <= TELLINGS; telling++) {
            switch (line.ask(asked)) {
                case Answer.Pressed(char key) when key != '*' -> {
                    return Optional.of(key);
                }
                case Answer.HungUp _, Answer.Failed _ -> {
                    return Optional.empty();
                }
                case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ ->
                        asked = question.slowly();
            }
        }
        return Optional.empty();
    }

    /** Empty if it was not kept in time; it may still succeed later. */
    <T> Optional<T> soon(Supplier<T> work) {
        return CallerPatience.within("The reply in call " + id(), work);
    }

    boolean kept(Runnable work) {
        return CallerPatience.within("The reply in call " + id(), work);
    }

    Ending goodbye(String said) {
        return goodbye(Prompt.of(said));
    }

    /** Dropped if they are gone. */
    Ending goodbye(Prompt... said) {
        line.say(said);
        return new Ending.HangUp();
    }

    Ending toDesk() {
        return new Ending.DutyDesk(Ending.Urgency.HELP, "to-duty");
    }
}
