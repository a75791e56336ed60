package cn.anxin.hotline.escalation.list;

import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Ladders;
import cn.anxin.hotline.escalation.list.ListedIncident.NextAction;
import cn.anxin.hotline.escalation.list.ListedIncident.Step;
import cn.anxin.hotline.people.MaskedName;
import java.util.List;
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
        var at = incident.lapsesAt() == null ? incident.nextActionAt() : incident.lapsesAt();
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
        return ladders
                .of(incident.severity(), incident.personId())
                .rung(incident.step() - incident.ladderFrom())
                .contacts()
                .stream()
                .map(NextActions::shown)
                .toList();
    }

    private static String shown(Contact contact) {
        return contact.role().isOnDuty() ? contact.name() : MaskedName.of(contact.name());
    }
}
