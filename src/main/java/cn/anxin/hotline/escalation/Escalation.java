package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes every incident that is due one step up its ladder: commits whom it will ring, then rings
 * them. Never runs out of steps.
 */
@Component
class Escalation implements DueWork {
    static final String NAME = "escalation";

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);

    /** Beyond ring and talk, an attempt has a minute to be seen ending (invariant 10). */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** When everybody on the ladder is on the phone with us already. */
    private static final Duration ALL_BUSY = Duration.ofSeconds(5);

    /** The trunk's rate is told by the second, and a lost link is rebuilt within a few. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final IncidentSteps steps;
    private final EscalationCalls calls;
    private final EscalationCallEnd callEnd;
    private final Ladders ladders;
    private final Briefing briefing;
    private final Journal journal;
    private final CallLog callLog;
    private final Dialer dialer;
    private final EscalationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(
            IncidentSteps steps,
            EscalationCalls calls,
            EscalationCallEnd callEnd,
            Ladders ladders,
            Briefing briefing,
            Journal journal,
            CallLog callLog,
            Dialer dialer,
            EscalationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.steps = steps;
        this.calls = calls;
        this.callEnd = callEnd;
        this.ladders = ladders;
        this.briefing = briefing;
        this.journal = journal;
        this.callLog = callLog;
        this.dialer = dialer;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    private record Ring(long incidentId, int step, CallId call, Contact contact) {}

    @Override
    public int sweep(int limit) {
        calls.ringingInVain(limit).forEach(dialer::hangUp);
        var handled = giveUpOverdueCalls(limit);
        while (handled < limit) {
            var rings = transaction.execute(_ -> advance());
            if (rings == null || rings.isEmpty()) {
                break;
            }
            rings.get().forEach(this::ring);
            handled++;
        }
        return handled;
    }

    private int giveUpOverdueCalls(int limit) {
        var overdue = calls.open().overdue(limit);
        for (var call : overdue) {
            log.warn("No end of {} was seen by its deadline", call);
            dialer.hangUp(call);
            end(call, CallOutcome.LOST);
        }
        return overdue.size();
    }

    /** The calls to place for the next due incident; empty if none is due. */
    private Optional<List<Ring>> advance() {
        var due = steps.claimDue();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var incident = due.get();
        if (incident.state() == IncidentState.TAKEN || incident.state() == IncidentState.SEEN) {
            steps.reopen(incident);
        }
        var ladder = ladders.of(incident.id(), incident.personId());
        for (int step = incident.step(); step <= incident.step() + ladder.rungs() + 1; step++) {
            var free = ladder.rung(step).stream().filter(this::notOnCall).toList();
            if (!free.isEmpty()) {
                return Optional.of(intend(incident, step, free));
            }
        }
        steps.notifying(incident.id(), incident.step(), ALL_BUSY);
        return Optional.of(List.of());
    }

    private boolean notOnCall(Contact contact) {
        return switch (contact) {
            case Contact.Volunteer volunteer -> !calls.volunteersOnCall().contains(volunteer.id());
            case Contact.DutyPhone phone -> !calls.dutyPhonesOnCall().contains(phone.name());
        };
    }

    private List<Ring> intend(IncidentSteps.Unsettled incident, int step, List<Contact> contacts) {
        var deadline = settings.ring().plus(settings.talkLimit()).plus(GRACE);
        var rings = new ArrayList<Ring>();
        for (var contact : contacts) {
            var call = CallId.next(CallPurpose.ESCALATION);
            calls.intend(call, incident.id(), step, contact, deadline);
            switch (contact) {
                case Contact.Volunteer v ->
                        callLog.began(call, incident.personId(), v.id(), v.number().e164());
                case Contact.DutyPhone d ->
                        callLog.began(call, incident.personId(), null, d.name());
            }
            journal.write(
                    Entry.of("incident-rings", Actor.SYSTEM)
                            .about(incident.personId())
                            .inIncident(incident.id())
                            .on(call)
                            .with("step", Integer.toString(step)));
            rings.add(new Ring(incident.id(), step, call, contact));
        }
        steps.notifying(incident.id(), step + 1, deadline);
        return rings;
    }

    private void ring(Ring ring) {
        briefing.prepare(ring.incidentId(), ring.contact());
        var call = new OutboundCall(ring.call(), ring.contact().destination(), settings.ring());
        switch (dialer.dial(call)) {
            case Placement.Accepted _ ->
                    log.info("Incident {} rings: {}", ring.incidentId(), ring.call());
            case Placement.Refused(var reason) -> {
                log.warn("Incident {} could not ring: {}", ring.incidentId(), reason);
                refused(ring, reason);
            }
        }
    }

    /**
     * A full trunk leaves the desk's own phones; in all other cases it is worth a second's wait.
     */
    private void refused(Ring ring, Placement.Reason reason) {
        switch (reason) {
            case NO_FREE_CHANNEL -> end(ring.call(), CallOutcome.CONGESTION);
            case TOO_MANY_A_SECOND, LINE_DOWN -> {
                callLog.ended(
                        new CallEnded(ring.call(), CallOutcome.LINE_FAULT, 0, 0, clock.instant()));
                transaction.executeWithoutResult(_ -> takeBack(ring));
            }
        }
    }

    private void takeBack(Ring ring) {
        steps.lock(ring.incidentId());
        calls.takeBack(ring.call());
        if (!calls.anyUndecided(ring.incidentId())) {
            steps.again(ring.incidentId(), ring.step(), SOON);
        }
    }

    private void end(CallId call, CallOutcome outcome) {
        var end = new CallEnded(call, outcome, 0, 0, clock.instant());
        callLog.ended(end);
        callEnd.ended(end);
    }
}
