package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.OwnIncident;
import cn.anxin.hotline.escalation.Taking;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** 我来接: takes something that still looks for somebody. */
@Component
class TakingDialogue {
    private final VolunteerWords words;
    private final VolunteerReplies replies;

    TakingDialogue(VolunteerWords words, VolunteerReplies replies) {
        this.words = words;
        this.replies = replies;
    }

    Onward hold(MemberCall call, OwnIncident incident) {
        var about = call.soon(() -> words.about(incident));
        if (about.isEmpty()) {
            return call.notKept();
        }
        var prompts = new ArrayList<>(about.get());
        prompts.add(Prompt.of("volunteer-open-choices"));
        var key = call.key(prompts, "16");
        return switch (key) {
            case '1' -> take(call, incident);
            case '6' -> Onward.NEXT;
            default -> MemberCall.leaving(key);
        };
    }

    private Onward take(MemberCall call, OwnIncident incident) {
        var taking = call.soon(() -> replies.take(call.id(), incident));
        if (taking.isEmpty()) {
            return call.notKept();
        }
        call.say(
                switch (taking.get()) {
                    case Taking.Taken _ -> "incident-taken";
                    case Taking.TooLate(var by) when by == null -> "incident-over";
                    case Taking.TooLate _ -> "incident-taken-by-other";
                });
        return Onward.NEXT;
    }
}
