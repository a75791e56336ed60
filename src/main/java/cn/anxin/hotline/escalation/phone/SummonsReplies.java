package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.escalation.Taking;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a key means to whoever is asked to take one incident: 1 they go, 3 they can't, 0 the desk.
 */
@Component
class SummonsReplies {
    private final EscalationReplies replies;

    SummonsReplies(EscalationReplies replies) {
        this.replies = replies;
    }

    Ending to(RungCall call, Summoned summoned, char key) {
        return switch (key) {
            case '1' -> call.goodbye(take(call, summoned));
            case '3' -> {
                call.kept(() -> replies.decline(call.id(), List.of(summoned.incident())));
                yield call.goodbye("incident-declined");
            }
            default -> {
                call.kept(() -> replies.talkWithDesk(call.id()));
                yield call.toDesk();
            }
        };
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
