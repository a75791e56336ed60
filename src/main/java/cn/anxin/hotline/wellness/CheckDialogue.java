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
import cn.anxin.hotline.wellness.dialogue.CheckQuestion;
import cn.anxin.hotline.wellness.dialogue.DialogueSettings;
import cn.anxin.hotline.wellness.dialogue.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The daily question: 1 (or another digit) fine, 2 help, 0 emergency, * again, slower. What is not
 * understood is asked once more, slowly. Whoever only speaks then leaves a word for a human ear,
 * and is put through to a person if they stay on the line; whoever is silent is put through at
 * once. Those who are fine may be asked further questions, and hear what the town has to tell.
 */
@Component
class CheckDialogue implements Dialogue {
    private static final int TELLINGS_ON_REQUEST = 3;

    /** Time to put the receiver down for somebody who has said all. */
    private static final Duration TO_HANG_UP = Duration.ofSeconds(3);

    private static final Consumer<CallId> NONE = _ -> {};

    private final Tellings tellings;
    private final CheckReplies replies;
    private final SpokenReplies spoken;
    private final WellnessSettings settings;
    private final DialogueSettings dialogue;
    private final MachineSigns machines;
    private final Clock clock;

    CheckDialogue(
            Tellings tellings,
            CheckReplies replies,
            SpokenReplies spoken,
            WellnessSettings settings,
            DialogueSettings dialogue,
            MachineSigns machines,
            Clock clock) {
        this.tellings = tellings;
        this.replies = replies;
        this.spoken = spoken;
        this.settings = settings;
        this.dialogue = dialogue;
        this.machines = machines;
        this.clock = clock;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.CHECK;
    }

    @Override
    public Ending hold(Line line) {
        var answered = clock.instant();
        var telling = telling(line);
        var question = asking(telling, telling.opening());
        var first = askAgainOnRequest(line, telling.slowly() ? question.slowly() : question);
        var greeting = line.longestSpeech();
        var answer =
                understood(first)
                        ? first
                        : askAgainOnRequest(
                                line, asking(telling, Prompt.of("check-not-heard")).slowly());
        var signs = byKey(first) || byKey(answer) ? NONE : signs(greeting, answered);
        return switch (answer) {
            case Answer.Pressed(char key) when key == telling.fineKey() -> fine(line, telling);
            case Answer.Pressed(char key) when key == '2' -> help(line);
            case Answer.Pressed(char key) when key == '0' -> emergency(line);
            case Answer.HungUp _, Answer.Failed _ -> {
                kept(line, signs);
                yield new Ending.HangUp();
            }
            case Answer.Spoke _ -> leavesAWord(line, signs);
            case Answer.Pressed _, Answer.Invalid _, Answer.Silent _ -> toAPerson(line, signs);
        };
    }

    private static boolean byKey(Answer answer) {
        return answer instanceof Answer.Pressed || answer instanceof Answer.Invalid;
    }

    /** That something rather than somebody may have answered is noted, and changes nothing. */
    private Consumer<CallId> signs(Duration greeting, Instant answered) {
        return greeting.isZero()
                ? NONE
                : call ->
                        machines.note(call, greeting, Duration.between(answered, clock.instant()));
    }

    private Question asking(Telling telling, Prompt opening) {
        return CheckQuestion.howAreYou(telling, opening, settings.patience());
    }

    private Telling telling(Line line) {
        Supplier<Telling> asked = () -> tellings.of(line.call());
        return CallerPatience.within("How to hold call " + line.call(), asked)
                .orElse(Telling.PLAIN);
    }

    private static Answer askAgainOnRequest(Line line, Question question) {
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

    private Ending fine(Line line, Telling telling) {
        if (!kept(line, call -> replies.fine(call, telling.fineKey()))) {
            return goodbye(line, "check-fine-not-kept");
        }
        line.say(Prompt.of("check-fine"));
        var lacking = false;
        for (var question : telling.questions()) {
            switch (line.ask(CheckQuestion.further(telling, question, settings.patience()))) {
                case Answer.Pressed(char key) when key == '2' ->
                        lacking |= kept(line, call -> replies.lacks(call, question));
                case Answer.Pressed(char key) when key == '0' -> {
                    return emergency(line);
                }
                case Answer.HungUp _, Answer.Failed _ -> {
                    return new Ending.HangUp();
                }
                case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> {
                    // they are fine, that was asked; nobody is kept on the line for the rest
                }
            }
        }
        if (lacking) {
            line.say(Prompt.of("check-lacking-noted"));
        }
        telling.announcements().forEach(line::say);
        return goodbye(line, "check-goodbye");
    }

    private Ending help(Line line) {
        kept(line, replies::help);
        return new Ending.DutyDesk(Urgency.HELP, "check-help");
    }

    private Ending emergency(Line line) {
        kept(line, replies::emergency);
        return new Ending.DutyDesk(Urgency.EMERGENCY, "check-emergency");
    }

    private Ending leavesAWord(Line line, Consumer<CallId> signs) {
        line.say(Prompt.of("check-leave-a-word"));
        var word = line.record(dialogue.word(), dialogue.pause());
        Consumer<CallId> keep = call -> word.ifPresent(spoken -> this.spoken.keep(call, spoken));
        if (word.isEmpty() || !kept(line, keep.andThen(signs))) {
            return toAPerson(line, signs);
        }
        var stays = line.ask(new Question(List.of(Prompt.of("check-word-kept")), "0", TO_HANG_UP));
        return stays instanceof Answer.HungUp || stays instanceof Answer.Failed
                ? new Ending.HangUp()
                : toAPerson(line, NONE);
    }

    private Ending toAPerson(Line line, Consumer<CallId> signs) {
        Consumer<CallId> handOver = replies::toDutyDesk;
        kept(line, handOver.andThen(signs));
        return new Ending.DutyDesk(Urgency.HELP, "check-to-person");
    }

    private static Ending goodbye(Line line, String said) {
        line.say(Prompt.of(said));
        return new Ending.HangUp();
    }

    /**
     * Without a database the person on the line still gets to a person; the check is asked again.
     */
    private static boolean kept(Line line, Consumer<CallId> reply) {
        return CallerPatience.within(
                "The reply in call " + line.call(), () -> reply.accept(line.call()));
    }
}
