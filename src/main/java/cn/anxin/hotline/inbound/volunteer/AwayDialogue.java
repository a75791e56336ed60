package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.OwnIncident;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody is away: one of a volunteer's people, or whoever an incident was about. */
@Component
class AwayDialogue {
    private static final String KEYS = "123456789";

    private final Roster roster;
    private final PauseDialogue pause;
    private final VolunteerWords words;

    AwayDialogue(Roster roster, PauseDialogue pause, VolunteerWords words) {
        this.roster = roster;
        this.pause = pause;
        this.words = words;
    }

    Onward hold(MemberCall call, long volunteer) {
        var people = call.soon(() -> roster.peopleOf(volunteer, KEYS.length()));
        if (people.isEmpty()) {
            return call.notKept();
        }
        var owner = Actor.volunteer(volunteer);
        return switch (people.get().size()) {
            case 0 -> {
                call.say("volunteer-nobody-yours");
                yield Onward.NEXT;
            }
            case 1 -> pause.hold(call, people.get().getFirst().id(), owner);
            default -> whom(call, people.get(), owner);
        };
    }

    private Onward whom(MemberCall call, List<Person> people, Actor owner) {
        var keys = KEYS.substring(0, people.size());
        var key =
                call.key(List.of(Prompt.of("volunteer-who-is-away"), words.choiceOf(people)), keys);
        return keys.indexOf(key) < 0
                ? MemberCall.leaving(key)
                : pause.hold(call, people.get(keys.indexOf(key)).id(), owner);
    }

    /** Whoever is in hospital or away need not be rung tomorrow either. */
    Onward offerAfter(MemberCall call, OwnIncident incident, IncidentOutcome outcome) {
        if (outcome != IncidentOutcome.HOSPITAL && outcome != IncidentOutcome.AWAY) {
            return Onward.NEXT;
        }
        return switch (call.offer("volunteer-pause-offer", "012")) {
            case Answer.Pressed(char key) when key == '1' ->
                    pause.hold(call, incident.person(), incident.as());
            case Answer.Pressed(char key) when key == MemberCall.PERSON -> Onward.TO_DESK;
            case Answer.Pressed _, Answer.Invalid _, Answer.Spoke _, Answer.Silent _ -> Onward.NEXT;
            case Answer.HungUp _, Answer.Failed _ -> Onward.GONE;
        };
    }
}
