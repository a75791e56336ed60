package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.escalation.Taking;
import cn.anxin.hotline.escalation.ladder.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks whoever is rung to take one incident. Only key 1 takes it; hanging up, silence and a
 * voicemail box leave it on the ladder.
 */
@Component
class SummonsDialogue {
    private final EscalationReplies replies;
    private final Briefing briefing;
    private final EscalationSettings settings;

    SummonsDialogue(EscalationReplies replies, Briefing briefing, EscalationSettings settings) {
        this.replies = replies;
        this.briefing = briefing;
        this.settings = settings;
    }

    Ending hold(RungCall call, Role role, Summoned summoned) {
        var question = call.soon(() -> question(role, summoned));
        if (question.isEmpty()) {
            return call.goodbye("incident-trouble");
        }
        var key = call.key(question.get());
        if (key.isEmpty()) {
            return call.goodbye("incident-no-key");
        }
        var about = List.of(summoned.incident());
        return switch (key.get()) {
            case '1' -> call.goodbye(take(call, summoned));
            case '3' -> {
                call.kept(() -> replies.decline(call.id(), about));
                yield call.goodbye("incident-declined");
            }
            default -> {
                call.kept(() -> replies.talkWithDesk(call.id()));
                yield call.toDesk();
            }
        };
    }

    private Question question(Role role, Summoned summoned) {
        var prompts = new ArrayList<>(briefing.of(summoned.incident(), role));
        prompts.add(
                Prompt.of(
                        summoned.severity() == Severity.LINE
                                ? "alarm-choices"
                                : "incident-choices"));
        return new Question(prompts, "013*", settings.patience());
    }

    private String take(RungCall call, Summoned summoned) {
        var taken = summoned.severity() == Severity.LINE ? "alarm-taken" : "incident-taken";
        return call.soon(() -> replies.take(call.id(), List.of(summoned.incident())).getFirst())
                .map(taking ->
                        switch (taking) {
                            case Taking.Taken _ -> taken;
                            case Taking.TooLate(var by) when by == null -> "incident-over";
                            case Taking.TooLate _ -> "incident-taken-by-other";
                        })
                .orElse("incident-not-kept");
    }
}
