package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.OwnIncident;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How it stands with something they have. */
@Component
class ReportDialogue {
    private final VolunteerWords words;
    private final VolunteerReplies replies;
    private final OutcomeDialogue outcomes;
    private final NoteDialogue notes;
    private final AwayDialogue away;

    ReportDialogue(
            VolunteerWords words,
            VolunteerReplies replies,
            OutcomeDialogue outcomes,
            NoteDialogue notes,
            AwayDialogue away) {
        this.words = words;
        this.replies = replies;
        this.outcomes = outcomes;
        this.notes = notes;
        this.away = away;
    }

    Onward hold(MemberCall call, OwnIncident incident) {
        var about = call.soon(() -> words.about(incident));
        if (about.isEmpty()) {
            return call.notKept();
        }
        var seen = incident.state() == IncidentState.SEEN;
        var prompts = new ArrayList<>(about.get());
        prompts.add(Prompt.of(seen ? "volunteer-seen-choices" : "volunteer-taken-choices"));
        var key = call.key(prompts, seen ? "13456" : "123456");
        return switch (key) {
            case '1' ->
                    settle(call, incident, seen ? IncidentOutcome.HELPED : IncidentOutcome.WELL);
            case '2' -> seen(call, incident);
            case '3' ->
                    said(
                            call,
                            () -> replies.needsTime(call.id(), incident),
                            "volunteer-take-time",
                            "volunteer-no-more-yours");
            case '4' ->
                    switch (outcomes.ask(call)) {
                        case OutcomeDialogue.Told(var outcome) -> settle(call, incident, outcome);
                        case OutcomeDialogue.Untold(var onward) -> onward;
                    };
            case '5' -> handOver(call, incident);
            case '6' -> Onward.NEXT;
            default -> MemberCall.leaving(key);
        };
    }

    private Onward settle(MemberCall call, OwnIncident incident, IncidentOutcome outcome) {
        var onward =
                said(
                        call,
                        () -> replies.settle(call.id(), incident, outcome),
                        OutcomeDialogue.saidBack(outcome),
                        "incident-over");
        if (onward == Onward.NEXT) {
            onward = notes.offer(call, incident);
        }
        return onward == Onward.NEXT ? away.offerAfter(call, incident, outcome) : onward;
    }

    private Onward seen(MemberCall call, OwnIncident incident) {
        var onward =
                said(
                        call,
                        () -> replies.seen(call.id(), incident),
                        "volunteer-seen",
                        "volunteer-no-more-yours");
        return onward == Onward.NEXT ? notes.offer(call, incident) : onward;
    }

    private Onward handOver(MemberCall call, OwnIncident incident) {
        var onward =
                said(
                        call,
                        () -> replies.handOver(call.id(), incident),
                        "volunteer-handing-over",
                        incident.handingOver()
                                ? "volunteer-being-handed-over"
                                : "volunteer-no-more-yours");
        return onward == Onward.NEXT ? notes.offer(call, incident) : onward;
    }

    /**
     * @param unchanged said if it changed nothing
     */
    private static Onward said(
            MemberCall call, Supplier<Boolean> reply, String changed, String unchanged) {
        var kept = call.soon(reply);
        if (kept.isEmpty()) {
            return call.notKept();
        }
        call.say(kept.get() ? changed : unchanged);
        return Onward.NEXT;
    }
}
