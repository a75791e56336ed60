package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks a volunteer or a duty officer to take an incident. Only key 1 takes it; hanging up, silence
 * and a voicemail box leave it on the ladder.
 */
@Component
class EscalationDialogue implements Dialogue {
    private static final int TELLINGS = 3;

    private final EscalationReplies replies;
    private final Briefing briefing;
    private final EscalationSettings settings;

    EscalationDialogue(EscalationReplies replies, Briefing briefing, EscalationSettings settings) {
        this.replies = replies;
        this.briefing = briefing;
        this.settings = settings;
    }

    @Override
    public CallPurpose purpose() {
        return CallPurpose.ESCALATION;
    }

    @Override
    public Ending hold(Line line) {
        var call = line.call();
        var incident = soon(line, () -> replies.answered(call));
        if (incident.isEmpty()) {
            return goodbye(line, "incident-trouble");
        }
        if (incident.get().isEmpty()) {
            return goodbye(line, "incident-over");
        }
        var asked = incident.get().get();
        var question = soon(line, () -> question(asked));
        if (question.isEmpty()) {
            return goodbye(line, "incident-trouble");
        }
        return ask(line, question.get(), taken(asked));
    }

    private Ending ask(Line line, Question question, String taken) {
        var asked = question;
        for (int telling = 1; telling <= TELLINGS; telling++) {
            switch (line.ask(asked)) {
                case Answer.Pressed(char key) when key == '1' -> {
                    return goodbye(line, take(line, taken));
                }
                case Answer.Pressed(char key) when key == '3' -> {
                    kept(line, replies::decline);
                    return goodbye(line, "incident-declined");
                }
                case Answer.Pressed(char key) when key == '0' -> {
                    kept(line, replies::handOver);
                    return new Ending.DutyDesk(Ending.Urgency.HELP, "to-duty");
                }
                case Answer.HungUp _, Answer.Failed _ -> {
                    return new Ending.HangUp();
                }
                case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ ->
                        asked = question.slowly();
            }
        }
        return goodbye(line, "incident-no-key");
    }

    private Question question(EscalationReplies.Asked asked) {
        var prompts = new ArrayList<>(briefing.of(asked.incidentId(), asked.volunteer()));
        prompts.add(
                Prompt.of(
                        asked.severity() == Severity.LINE ? "alarm-choices" : "incident-choices"));
        return new Question(prompts, "013*", settings.patience());
    }

    private static String taken(EscalationReplies.Asked asked) {
        return asked.severity() == Severity.LINE ? "alarm-taken" : "incident-taken";
    }

    private String take(Line line, String taken) {
        return soon(line, () -> replies.take(line.call()))
                .map(taking ->
                        switch (taking) {
                            case Taking.Taken _ -> taken;
                            case Taking.TooLate(var by) when by == null -> "incident-over";
                            case Taking.TooLate _ -> "incident-taken-by-other";
                        })
                .orElse("incident-not-kept");
    }

    private static Ending goodbye(Line line, String said) {
        line.say(Prompt.of(said));
        return new Ending.HangUp();
    }

    /**
     * Empty if the database does not answer: the incident stays on its ladder, and whoever promised
     * to go is rung again, or another is.
     */
    private static <T> Optional<T> soon(Line line, Supplier<T> work) {
        return CallerPatience.within("The reply in call " + line.call(), work);
    }

    private static void kept(Line line, Consumer<CallId> reply) {
        CallerPatience.within("The reply in call " + line.call(), () -> reply.accept(line.call()));
    }
}
