package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import java.util.ArrayList;
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
        var incident = replies.answered(call);
        if (incident.isEmpty()) {
            line.say(Prompt.of("incident-over"));
            return new Ending.HangUp();
        }
        var question = question(incident.get());
        for (int telling = 1; telling <= TELLINGS; telling++) {
            switch (line.ask(question)) {
                case Answer.Pressed(char key) when key == '1' -> {
                    return take(line, call);
                }
                case Answer.Pressed(char key) when key == '3' -> {
                    replies.decline(call);
                    line.say(Prompt.of("incident-declined"));
                    return new Ending.HangUp();
                }
                case Answer.Pressed(char key) when key == '0' -> {
                    return toDuty(line, call);
                }
                case Answer.HungUp _, Answer.Failed _ -> {
                    return new Ending.HangUp();
                }
                case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ ->
                        question = question.slowly();
            }
        }
        line.say(Prompt.of("incident-no-key"));
        return new Ending.HangUp();
    }

    private Question question(EscalationReplies.Asked asked) {
        var prompts = new ArrayList<>(briefing.of(asked.incidentId(), asked.volunteer()));
        prompts.add(Prompt.of("incident-choices"));
        return new Question(prompts, "013*", settings.patience());
    }

    private Ending take(Line line, CallId call) {
        var said =
                switch (replies.take(call)) {
                    case Taking.Taken _ -> "incident-taken";
                    case Taking.TooLate(var by) when by == null -> "incident-over";
                    case Taking.TooLate _ -> "incident-taken-by-other";
                };
        line.say(Prompt.of(said));
        return new Ending.HangUp();
    }

    private Ending toDuty(Line line, CallId call) {
        replies.handOver(call);
        line.say(Prompt.of("to-duty"));
        return new Ending.DutyDesk(Ending.Urgency.HELP);
    }
}
