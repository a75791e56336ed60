package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Occasion.Asking;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks whoever has taken an incident how it stands. Without a key nothing changes. */
@Component
class TakerDialogue {
    private final EscalationReplies replies;
    private final Briefing briefing;
    private final EscalationSettings settings;

    TakerDialogue(EscalationReplies replies, Briefing briefing, EscalationSettings settings) {
        this.replies = replies;
        this.briefing = briefing;
        this.settings = settings;
    }

    Ending hold(RungCall call, Asking asking) {
        var question = call.soon(() -> question(asking));
        if (question.isEmpty()) {
            return call.goodbye("incident-trouble");
        }
        var key = call.key(question.get());
        if (key.isEmpty()) {
            return call.goodbye("incident-no-word");
        }
        var id = asking.incident();
        var seen = asking.state() == IncidentState.SEEN;
        return switch (key.get()) {
            case '1' ->
                    said(
                            call,
                            () ->
                                    replies.settle(
                                            call.id(),
                                            id,
                                            seen ? IncidentOutcome.HELPED : IncidentOutcome.WELL),
                            "incident-settled");
            case '2' ->
                    seen
                            ? said(call, () -> replies.needsTime(call.id(), id), "incident-go-on")
                            : said(call, () -> replies.seen(call.id(), id), "incident-go-on");
            case '3' -> said(call, () -> replies.needsTime(call.id(), id), "incident-take-time");
            case '4' -> said(call, () -> replies.giveUp(call.id(), id), "incident-declined");
            default -> {
                call.kept(() -> replies.talkWithDesk(call.id()));
                yield call.toDesk();
            }
        };
    }

    private Question question(Asking asking) {
        var prompts = new ArrayList<Prompt>();
        prompts.add(Prompt.of("incident-yours"));
        prompts.add(briefing.about(asking.incident()).getFirst());
        prompts.add(
                Prompt.of(
                        asking.state() == IncidentState.SEEN
                                ? "incident-settled-choices"
                                : "incident-seen-choices"));
        return new Question(prompts, "01234*", settings.patience());
    }

    private static Ending said(RungCall call, Supplier<Boolean> reply, String words) {
        return call.soon(reply)
                .map(changed -> call.goodbye(changed ? words : "incident-over"))
                .orElseGet(() -> call.goodbye("incident-word-not-kept"));
    }
}
