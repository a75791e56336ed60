package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.escalation.IncidentNotes;
import cn.anxin.hotline.escalation.OwnIncident;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A word for the duty desk, if they like; what was reported stands without it. */
@Component
class NoteDialogue {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final IncidentNotes notes;

    NoteDialogue(IncidentNotes notes) {
        this.notes = notes;
    }

    Onward offer(MemberCall call, OwnIncident incident) {
        return switch (call.offer("volunteer-note", "012")) {
            case Answer.Pressed(char key) when key == '1' -> record(call, incident);
            case Answer.Pressed(char key) when key == MemberCall.PERSON -> Onward.TO_DESK;
            case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> Onward.NEXT;
            case Answer.HungUp _, Answer.Failed _ -> Onward.GONE;
        };
    }

    /** Whoever says it and hangs up has said it. */
    private Onward record(MemberCall call, OwnIncident incident) {
        call.say("volunteer-note-begin");
        var words = call.line().record(LONGEST, SILENCE);
        if (words.isEmpty()) {
            call.say("volunteer-note-empty");
            return Onward.NEXT;
        }
        var kept =
                call.kept(() -> notes.keep(incident.id(), call.id(), incident.as(), words.get()));
        if (!kept) {
            return call.notKept();
        }
        call.say("volunteer-note-kept");
        return call.line().gone() ? Onward.GONE : Onward.NEXT;
    }
}
