package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The daily question: 1 fine, 2 help, 0 emergency, * again, slower. What is not understood is asked
 * once more, slowly; after that a person asks. Only key 1 ends the call.
 */
@Component
class CheckDialogue implements Dialogue {
    private static final String KEYS = "120*";
    private static final int TELLINGS_ON_REQUEST = 3;

    private final CheckReplies replies;
    private final WellnessSettings settings;

    CheckDialogue(CheckReplies replies, WellnessSettings settings) {
        this.replies = replies;
        this.settings = settings;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.CHECK;
    }

    @Override
    public Ending hold(Line line) {
        var question = asking("check-greeting");
        if (needsSlowSpeech(line)) {
            question = question.slowly();
        }
        var answer = askAgainOnRequest(line, question);
        if (!understood(answer)) {
            answer = askAgainOnRequest(line, asking("check-not-heard").slowly());
        }
        return switch (answer) {
            case Answer.Pressed(char key) when key == '1' -> fine(line);
            case Answer.Pressed(char key) when key == '2' -> help(line);
            case Answer.Pressed(char key) when key == '0' -> emergency(line);
            case Answer.HungUp _, Answer.Failed _ -> new Ending.HangUp();
            case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ ->
                    toAPerson(line);
        };
    }

    private boolean needsSlowSpeech(Line line) {
        Supplier<Boolean> asked = () -> replies.needsSlowSpeech(line.call());
        return CallerPatience.within("How to speak in call " + line.call(), asked).orElse(true);
    }

    /**
     * Sentence by sentence: should the service freeze, the lease takes the caller back after one.
     */
    private Question asking(String opening) {
        var sentences =
                Stream.of(
                        opening,
                        "check-question",
                        "check-question-fine",
                        "check-question-help",
                        "check-question-emergency",
                        "check-question-again");
        return new Question(sentences.map(Prompt::of).toList(), KEYS, settings.patience());
    }

    private Answer askAgainOnRequest(Line line, Question question) {
        var answer = line.ask(question);
        for (int telling = 1; telling < TELLINGS_ON_REQUEST && isAgain(answer); telling++) {
            answer = line.ask(question.slowly());
        }
        return answer;
    }

    private static boolean isAgain(Answer answer) {
        return answer instanceof Answer.Pressed(char key) && key == '*';
    }

    private static boolean understood(Answer answer) {
        return switch (answer) {
            case Answer.Pressed(char key) -> key != '*';
            case Answer.HungUp _, Answer.Failed _ -> true;
            case Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> false;
        };
    }

    private Ending fine(Line line) {
        line.say(Prompt.of(kept(line, replies::fine) ? "check-fine" : "check-fine-not-kept"));
        return new Ending.HangUp();
    }

    private Ending help(Line line) {
        kept(line, replies::help);
        return new Ending.DutyDesk(Urgency.HELP, "check-help");
    }

    private Ending emergency(Line line) {
        kept(line, replies::emergency);
        return new Ending.DutyDesk(Urgency.EMERGENCY, "check-emergency");
    }

    private Ending toAPerson(Line line) {
        kept(line, replies::toDutyDesk);
        return new Ending.DutyDesk(Urgency.HELP, "check-to-person");
    }

    /**
     * Without a database the person on the line still gets to a person; the check is asked again.
     */
    private static boolean kept(Line line, Consumer<CallId> reply) {
        return CallerPatience.within(
                "The reply in call " + line.call(), () -> reply.accept(line.call()));
    }
}
