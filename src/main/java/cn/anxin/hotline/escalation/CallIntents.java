package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commits whom an incident is about to ring, before anything rings. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallIntents {
    /** Beyond ring and talk, an attempt has a minute to be seen ending (invariant 10). */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final EscalationCalls calls;
    private final CallLog callLog;
    private final Journal journal;
    private final EscalationSettings settings;

    CallIntents(
            EscalationCalls calls, CallLog callLog, Journal journal, EscalationSettings settings) {
        this.calls = calls;
        this.callLog = callLog;
        this.journal = journal;
        this.settings = settings;
    }

    /** By when a call that rings so long has ended, whatever we see of it. */
    Duration longest(Duration ring) {
        return ring.plus(settings.talkLimit()).plus(GRACE);
    }

    /**
     * One call to somebody, about all of these.
     *
     * @return empty if they are being rung at this very moment
     */
    Optional<Placing> ring(
            Contact contact, Kind kind, Duration ring, List<Kept> incidents, List<Integer> steps) {
        var call = CallId.next(CallPurpose.ESCALATION);
        var told = new ArrayList<Long>();
        for (int place = 0; place < incidents.size(); place++) {
            var incident = incidents.get(place);
            var step = steps.get(place);
            var leads = told.isEmpty();
            if (calls.intend(call, incident.id(), step, contact, kind, leads, longest(ring))) {
                told.add(incident.id());
                write(incident, step, call);
            } else if (leads) {
                return Optional.empty();
            }
        }
        var about = incidents.size() == 1 ? incidents.getFirst().personId() : null;
        callLog.began(call, about, contact.actor().volunteerId().orElse(null), party(contact));
        return Optional.of(new Placing(call, contact, ring, told));
    }

    /** One more incident for a call that still rings; false if somebody has answered it. */
    boolean join(CallId call, Kept incident, int step) {
        var joined = calls.join(call, incident.id(), step);
        if (joined) {
            write(incident, step, call);
        }
        return joined;
    }

    private void write(Kept incident, int step, CallId call) {
        journal.write(
                Entry.of("incident-rings", Actor.SYSTEM)
                        .about(incident.personId())
                        .inIncident(incident.id())
                        .on(call)
                        .with("step", Integer.toString(step)));
    }

    private static String party(Contact contact) {
        return switch (contact.destination()) {
            case Destination.Outside(var number) -> number.e164();
            case Destination.DeskPhone _ -> contact.name();
        };
    }
}
