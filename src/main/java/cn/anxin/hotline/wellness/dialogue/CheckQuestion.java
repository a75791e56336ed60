package cn.anxin.hotline.wellness.dialogue;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How the questions of a check are worded. */
public final class CheckQuestion {

    private CheckQuestion() {}

    /**
     * The daily question. Sentence by sentence: should the service freeze, the lease takes the
     * caller back after one.
     */
    public static Question howAreYou(Telling telling, Prompt opening, Duration patience) {
        var fine =
                telling.otherDigit()
                        ? "check-question-fine-" + telling.fineKey()
                        : "check-question-fine";
        var sentences =
                Stream.of(
                        opening,
                        Prompt.of("check-question"),
                        Prompt.of(fine),
                        Prompt.of("check-question-help"),
                        Prompt.of("check-question-emergency"),
                        Prompt.of("check-question-again"));
        return new Question(sentences.toList(), telling.fineKey() + "20*", patience);
    }

    public static Question further(Telling telling, FurtherQuestion question, Duration patience) {
        var words =
                new Question(
                        List.of(Prompt.spoken(question.words(), "check-further")), "120", patience);
        return telling.slowly() ? words.slowly() : words;
    }
}
