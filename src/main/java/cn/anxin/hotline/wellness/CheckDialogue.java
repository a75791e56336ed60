package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The daily question: 1 fine, 2 help, 0 emergency, * again, slower. What is not understood is asked
 * once more, slowly; after that a person asks. Only key 1 ends the call.
 */
@Component
class CheckDialogue implements Dialogue {
    private static final Logger log = LoggerFactory.getLogger(CheckDialogue.class);
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
        var question = question();
        if (replies.needsSlowSpeech(line.call())) {
            question = question.slowly();
        }
        var answer = askAgainOnRequest(line, question);
        if (!understood(answer)) {
            answer = askAgainOnRequest(line, again().slowly());
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

    private Question question() {
        return new Question(
                List.of(Prompt.of("check-greeting"), Prompt.of("check-question")),
                KEYS,
                settings.patience());
    }

    private Question again() {
        return new Question(
                List.of(Prompt.of("check-not-heard"), Prompt.of("check-question")),
                KEYS,
                settings.patience());
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
        line.say(Prompt.of("check-help"));
        return new Ending.DutyDesk(Urgency.HELP);
    }

    private Ending emergency(Line line) {
        kept(line, replies::emergency);
        line.say(Prompt.of("check-emergency"));
        return new Ending.DutyDesk(Urgency.EMERGENCY);
    }

    private Ending toAPerson(Line line) {
        kept(line, replies::toDutyDesk);
        line.say(Prompt.of("check-to-person"));
        return new Ending.DutyDesk(Urgency.HELP);
    }

    /**
     * Without a database the person on the line still gets to a person; the check is asked again.
     */
    private boolean kept(Line line, Consumer<CallId> reply) {
        try {
            reply.accept(line.call());
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.error("The reply in {} could not be kept", line.call(), e);
            return false;
        }
    }
}
