package cn.anxin.hotline.escalation;

import cn.anxin.hotline.escalation.ListedIncident.NextAction;
import cn.anxin.hotline.escalation.ListedIncident.Step;
import cn.anxin.hotline.people.MaskedName;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Foretells what an unsettled incident does next; the ladder decides when the time comes. */
@Component
class NextActions {
    private final Ladders ladders;

    NextActions(Ladders ladders) {
        this.ladders = ladders;
    }

    @Nullable NextAction of(IncidentRow incident) {
        var at = incident.nextActionAt();
        if (at == null) {
            return null;
        }
        return switch (incident.state()) {
            case OPEN, NOTIFYING -> new NextAction(at, Step.RING, nextRung(incident));
            case TAKEN -> new NextAction(at, Step.REOPEN_UNLESS_SEEN, List.of());
            case SEEN, SETTLED -> new NextAction(at, Step.REOPEN_UNLESS_SETTLED, List.of());
        };
    }

    private List<String> nextRung(IncidentRow incident) {
        var ladder = ladders.of(incident.id(), incident.personId());
        return IntStream.rangeClosed(incident.step(), incident.step() + ladder.rungs() + 1)
                .mapToObj(ladder::rung)
                .filter(rung -> !rung.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(NextActions::shown)
                .toList();
    }

    private static String shown(Contact contact) {
        return switch (contact) {
            case Contact.Volunteer volunteer -> MaskedName.of(volunteer.name());
            case Contact.DutyPhone phone -> phone.name();
        };
    }
}
