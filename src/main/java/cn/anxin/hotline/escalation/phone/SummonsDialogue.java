package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.escalation.ladder.Role;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * Asks whoever is rung to take one incident, or lets them talk with the person first. Only key 1
 * takes it; hanging up, silence and a voicemail box leave it on the ladder.
 */
@Component
class SummonsDialogue {
    private final SummonsReplies replies;
    private final TalkDialogue talk;
    private final Briefing briefing;
    private final EscalationSettings settings;

    SummonsDialogue(
            SummonsReplies replies,
            TalkDialogue talk,
            Briefing briefing,
            EscalationSettings settings) {
        this.replies = replies;
        this.talk = talk;
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
        return key.get() == '2'
                ? talk.connect(call, summoned)
                : replies.to(call, summoned, key.get());
    }

    private Question question(Role role, Summoned summoned) {
        var aboutNobody = summoned.severity() == Severity.LINE;
        var prompts = new ArrayList<>(briefing.of(summoned.incident(), role));
        prompts.add(Prompt.of(aboutNobody ? "alarm-choices" : "incident-choices"));
        return new Question(prompts, aboutNobody ? "013*" : "0123*", settings.patience());
    }
}
