package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A telephone of a rung has stopped ringing, or was hung up. When it was the rung's last one and
 * nobody has taken the incident, the next rung is due; or the same one again, if nobody knows what
 * became of the call.
 */
@Component
class EscalationCallEnd implements CallWatcher {
    /**
     * Between our commit and the channel lie the dialler's two seconds; a call that young may still
     * be on its way.
     */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final EscalationCalls calls;
    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final Reach reach;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EscalationCallEnd(
            EscalationCalls calls,
            IncidentRows rows,
            IncidentProgress progress,
            Reach reach,
            Journal journal,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.rows = rows;
        this.progress = progress;
        this.reach = reach;
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public void ended(CallEnded end) {
        if (end.call().purpose() == CallPurpose.ESCALATION) {
            end(end.call(), row -> end(row, end.outcome()));
        }
    }

    @Override
    public void resynchronised(LiveCalls live) {
        calls.open().placedBefore(live.asOf().minus(ON_ITS_WAY)).stream()
                .distinct()
                .filter(call -> !live.calls().contains(call))
                .forEach(call -> end(call, this::lost));
    }

    /** An incident may join the call until the last of its rows has ended. */
    private void end(CallId call, Consumer<EscalationCalls.Row> ending) {
        for (var open = calls.openOf(call); !open.isEmpty(); open = calls.openOf(call)) {
            open.forEach(row -> transaction.executeWithoutResult(_ -> ending.accept(row)));
        }
    }

    private void end(EscalationCalls.Row row, CallOutcome outcome) {
        var incident = rows.lock(row.incidentId()).orElseThrow();
        if (ended(row, outcome, incident)) {
            var rest = reach.restBeforeNext(incident);
            progress.happened(incident, new Happening.CallOver(row.call(), rest), null);
        }
    }

    /** It may never have rung, so its step is taken again: once, lest a broken line holds us up. */
    private void lost(EscalationCalls.Row row) {
        if (calls.wasLostBefore(row)) {
            end(row, CallOutcome.LOST);
            return;
        }
        var incident = rows.lock(row.incidentId()).orElseThrow();
        if (ended(row, CallOutcome.LOST, incident)) {
            progress.happened(incident, new Happening.CallLost(row.call(), row.step()), null);
        }
    }

    private boolean ended(
            EscalationCalls.Row row, CallOutcome outcome, IncidentRows.Kept incident) {
        var ended = calls.end(row.call(), row.incidentId(), outcome);
        if (ended) {
            journal.write(
                    Entry.of("incident-call-ended", row.contact())
                            .about(incident.personId())
                            .inIncident(row.incidentId())
                            .on(row.call())
                            .with("outcome", outcome.name()));
        }
        return ended;
    }
}
