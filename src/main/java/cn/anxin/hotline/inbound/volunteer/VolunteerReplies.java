package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.OwnIncident;
import cn.anxin.hotline.escalation.Taking;
import cn.anxin.hotline.escalation.Via;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody who helps reports with a key; each is committed before it is said back. */
@Component
class VolunteerReplies {
    private final Incidents incidents;
    private final TransactionTemplate transaction;

    VolunteerReplies(Incidents incidents, TransactionTemplate transaction) {
        this.incidents = incidents;
        this.transaction = transaction;
    }

    /** False if it was settled already. */
    boolean settle(CallId call, OwnIncident incident, IncidentOutcome outcome) {
        var settled =
                transaction.execute(_ -> {
                    if (isOfSomebodySeen(outcome)) {
                        incidents.seen(incident.id(), incident.as(), Via.call(call));
                    }
                    return incidents.settle(incident.id(), incident.as(), outcome, "");
                });
        return Boolean.TRUE.equals(settled);
    }

    private static boolean isOfSomebodySeen(IncidentOutcome outcome) {
        return switch (outcome) {
            case WELL, HELPED, DIED -> true;
            case HOSPITAL, AWAY, WRONG_NUMBER, RESTORED, FALSE_ALARM -> false;
        };
    }

    boolean seen(CallId call, OwnIncident incident) {
        return incidents.seen(incident.id(), incident.as(), Via.call(call));
    }

    boolean needsTime(CallId call, OwnIncident incident) {
        return incidents.needsTime(incident.id(), incident.as(), Via.call(call));
    }

    boolean handOver(CallId call, OwnIncident incident) {
        return incidents.handOver(incident.id(), incident.as(), Via.call(call));
    }

    Taking take(CallId call, OwnIncident incident) {
        return incidents.take(incident.id(), incident.as(), Via.call(call));
    }
}
