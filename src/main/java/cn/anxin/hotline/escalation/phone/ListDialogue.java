package cn.anxin.hotline.escalation.phone;

import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.escalation.EscalationReplies;
import cn.anxin.hotline.escalation.EscalationSettings;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.Occasion.Summons;
import cn.anxin.hotline.escalation.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks whoever is rung to take several incidents, all together or one by one. What was not decided
 * with a key stays on its ladder.
 */
@Component
class ListDialogue {
    private final EscalationReplies replies;
    private final Briefing briefing;
    private final EscalationSettings settings;

    ListDialogue(EscalationReplies replies, Briefing briefing, EscalationSettings settings) {
        this.replies = replies;
        this.briefing = briefing;
        this.settings = settings;
    }

    Ending hold(RungCall call, Summons summons) {
        var all = summons.incidents().stream().map(Summoned::incident).toList();
        var question = call.soon(() -> question(summons, all));
        if (question.isEmpty()) {
            return call.goodbye("incident-trouble");
        }
        var key = call.key(question.get());
        if (key.isEmpty()) {
            return call.goodbye("incident-no-key");
        }
        return switch (key.get()) {
            case '1' -> said(call, take(call, all));
            case '2' -> oneByOne(call, all);
            case '3' -> {
                call.kept(() -> replies.decline(call.id(), all));
                yield call.goodbye("incident-declined");
            }
            default -> toDesk(call);
        };
    }

    private Question question(Summons summons, List<Long> all) {
        var duty = summons.role().isOnDuty();
        return new Question(
                List.of(
                        Prompt.of(duty ? "incident-greeting-duty" : "incident-greeting-several"),
                        briefing.names(all),
                        Prompt.of("incident-several-choices")),
                "0123*",
                settings.patience());
    }

    /** Whoever hangs up in the middle has taken what they took. */
    private Ending oneByOne(RungCall call, List<Long> all) {
        var taken = new ArrayList<Boolean>();
        for (var incident : all) {
            var question = call.soon(() -> question(incident));
            if (question.isEmpty()) {
                return call.goodbye("incident-trouble");
            }
            var key = call.key(question.get());
            if (key.isEmpty()) {
                return call.goodbye("incident-no-key");
            }
            switch (key.get()) {
                case '1' -> taken.addAll(take(call, List.of(incident)));
                case '3' -> call.kept(() -> replies.decline(call.id(), List.of(incident)));
                default -> {
                    return toDesk(call);
                }
            }
        }
        return said(call, taken);
    }

    private Question question(long incident) {
        var prompts = new ArrayList<>(briefing.about(incident));
        prompts.add(Prompt.of("incident-one-choices"));
        return new Question(prompts, "013*", settings.patience());
    }

    /** Whether each is theirs now; what could not be kept in time is not. */
    private List<Boolean> take(RungCall call, List<Long> wanted) {
        Optional<List<Taking>> taken = call.soon(() -> replies.take(call.id(), wanted));
        return taken.map(all -> all.stream().map(one -> one instanceof Taking.Taken).toList())
                .orElseGet(() -> wanted.stream().map(_ -> false).toList());
    }

    /** How many are theirs is said back. */
    private static Ending said(RungCall call, List<Boolean> taken) {
        var theirs = taken.stream().filter(one -> one).count();
        if (theirs == 0) {
            return call.goodbye(taken.isEmpty() ? "incident-declined" : "incident-over");
        }
        var words = "谢谢您，%d位都记在您名下了。".formatted(theirs);
        return call.goodbye(
                Prompt.spoken(words, "incident-several-taken"), Prompt.of("incident-go-and-see"));
    }

    private Ending toDesk(RungCall call) {
        call.kept(() -> replies.talkWithDesk(call.id()));
        return call.toDesk();
    }
}
