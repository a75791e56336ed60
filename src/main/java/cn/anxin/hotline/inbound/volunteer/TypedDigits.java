package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Digits typed on a telephone: # or a pause ends them, * begins again. Redacts itself.
 *
 * @param text 0 to so many digits as were asked for
 */
record TypedDigits(String text) {
    private static final String ALL_KEYS = "0123456789*#";

    /** Between two digits, for fingers of 65 years. */
    private static final Duration PAUSE = Duration.ofSeconds(4);

    /** More is no number but a hand on the keys, or a machine. */
    private static final int MOST_KEYS = 60;

    /**
     * @param longest with so many digits it is complete
     * @param patience wait for the first digit
     * @return empty if they are gone
     */
    static Optional<TypedDigits> ask(Line line, String prompt, int longest, Duration patience) {
        var digits = new StringBuilder();
        var asked = new Question(List.of(Prompt.of(prompt)), ALL_KEYS, patience);
        for (int keys = 0; keys < MOST_KEYS && digits.length() < longest; keys++) {
            switch (line.ask(asked)) {
                case Answer.Pressed(char key) when key == '*' -> digits.setLength(0);
                case Answer.Pressed(char key) when key != '#' -> digits.append(key);
                case Answer.HungUp _, Answer.Failed _ -> {
                    return Optional.empty();
                }
                case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> {
                    return Optional.of(new TypedDigits(digits.toString()));
                }
            }
            asked = new Question(List.of(), ALL_KEYS, PAUSE);
        }
        return Optional.of(new TypedDigits(digits.toString()));
    }

    boolean isNothing() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return "TypedDigits[" + text.length() + "]";
    }
}
