package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Effect;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.ladder.Contacts;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes every incident that is due one step on: commits whom it will ring, then rings them. Never
 * runs out of steps.
 */
@Component
class Escalation implements DueWork {
    static final String NAME = "escalation";

    private static final Duration PUT_OFF = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Escalation.class);

    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final RungCalls rungCalls;
    private final CallIntents intents;
    private final EscalationCalls calls;
    private final EscalationCallEnd callEnd;
    private final CallPlacing placed;
    private final Contacts contacts;
    private final CallLog callLog;
    private final Dialer dialer;
    private final EscalationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(
            IncidentRows rows,
            IncidentProgress progress,
            RungCalls rungCalls,
            CallIntents intents,
            EscalationCalls calls,
            EscalationCallEnd callEnd,
            CallPlacing placed,
            Contacts contacts,
            CallLog callLog,
            Dialer dialer,
            EscalationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.rungCalls = rungCalls;
        this.intents = intents;
        this.calls = calls;
        this.callEnd = callEnd;
        this.placed = placed;
        this.contacts = contacts;
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

    @Override
    public int sweep(int limit) {
        calls.ringingInVain(limit).forEach(dialer::hangUp);
        var handled = giveUpOverdueCalls(limit);
        while (handled < limit) {
            var due = takeOneStepOn();
            if (due.isEmpty()) {
                break;
            }
            placed.dialAll(due.get());
            handled++;
        }
        return handled;
    }

    /**
     * An incident that cannot be taken on is a defect of ours, and must not hold up the others.
     *
     * @return the calls to dial; empty if nothing is due
     */
    Optional<List<Placing>> takeOneStepOn() {
        var claimed = new AtomicLong();
        try {
            var due =
                    transaction.execute(_ -> {
                        var incident = rows.claimDue();
                        incident.ifPresent(kept -> claimed.set(kept.id()));
                        return incident.map(this::advance);
                    });
            return due == null ? Optional.empty() : due;
        } catch (RuntimeException e) {
            if (claimed.get() == 0) {
                throw e;
            }
            log.error("Incident {} could not be taken a step on", claimed, e);
            transaction.executeWithoutResult(_ -> rows.putOff(claimed.get(), PUT_OFF));
            return Optional.of(List.of());
        }
    }

    int giveUpOverdueCalls(int limit) {
        var overdue = calls.open().overdue(limit);
        for (var call : overdue) {
            log.warn("No end of {} was seen by its deadline", call);
            dialer.hangUp(call);
            end(call);
        }
        return overdue.size();
    }

    private void end(CallId call) {
        var end = new CallEnded(call, CallOutcome.LOST, 0, 0, clock.instant());
        callLog.ended(end);
        callEnd.ended(end);
    }

    private List<Placing> advance(Kept due) {
        var course = due.course();
        if (course.looksForSomebody() && !course.hasLapsed(due.now())) {
            return rungCalls.next(due);
        }
        return progress.happened(due, new Happening.DeadlineCame(), null).effects().stream()
                .flatMap(effect -> asked(effect).stream())
                .flatMap(taker -> ask(due, taker).stream())
                .toList();
    }

    private static Optional<Actor> asked(Effect effect) {
        return effect instanceof Effect.Ask(var taker) ? Optional.of(taker) : Optional.empty();
    }

    /** Whoever is on the phone with us is asked next time. */
    private Optional<Placing> ask(Kept incident, Actor taker) {
        if (calls.onCall().contains(taker)) {
            return Optional.empty();
        }
        return contacts.find(taker)
                .flatMap(contact ->
                        intents.ring(
                                contact,
                                Kind.ASK,
                                settings.ring(),
                                List.of(incident),
                                List.of(incident.course().step())));
    }
}
