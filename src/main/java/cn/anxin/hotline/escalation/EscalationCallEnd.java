package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A phone of a rung has stopped ringing, or was hung up. When it was the rung's last one and nobody
 * has taken the incident, the next rung is due at once.
 */
@Component
class EscalationCallEnd implements CallWatcher {
    /**
     * Between our commit and the channel lie the dialler's two seconds; a call that young may still
     * be on its way.
     */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final EscalationCalls calls;
    private final IncidentSteps steps;
    private final Ladders ladders;
    private final Journal journal;
    private final EscalationSettings settings;
    private final TransactionTemplate transaction;

    EscalationCallEnd(
            EscalationCalls calls,
            IncidentSteps steps,
            Ladders ladders,
            Journal journal,
            EscalationSettings settings,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.steps = steps;
        this.ladders = ladders;
        this.journal = journal;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public void ended(CallEnded end) {
        if (end.call().purpose() == CallPurpose.ESCALATION) {
            end(end.call(), end.outcome());
        }
    }

    @Override
    public void resynchronised(LiveCalls live) {
        calls.open().placedBefore(live.asOf().minus(ON_ITS_WAY)).stream()
                .filter(call -> !live.calls().contains(call))
                .forEach(call -> end(call, CallOutcome.LOST));
    }

    private void end(CallId call, CallOutcome outcome) {
        transaction.executeWithoutResult(
                _ -> calls.end(call, outcome).ifPresent(row -> ended(call, row, outcome)));
    }

    private void ended(CallId call, EscalationCalls.Row row, CallOutcome outcome) {
        var incident = steps.lock(row.incidentId());
        var entry =
                Entry.of("incident-call-ended", row.actor())
                        .inIncident(row.incidentId())
                        .on(call)
                        .with("outcome", outcome.name());
        journal.write(incident.map(i -> entry.about(i.personId())).orElse(entry));
        incident.filter(i -> i.state() == IncidentState.NOTIFYING)
                .filter(i -> !calls.anyUndecided(i.id()))
                .ifPresent(this::nextRung);
    }

    private void nextRung(IncidentSteps.Unsettled incident) {
        var ladder = ladders.of(incident.id(), incident.personId());
        steps.rungOver(
                incident.id(),
                ladder.beginsLap(incident.step()) ? settings.lapPause() : Duration.ZERO);
    }
}
