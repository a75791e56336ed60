package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.ladder.Ladders;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A telephone of a rung has stopped ringing, or was hung up. When it was the rung's last one and
 * nobody has taken the incident, the next rung is due.
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
    private final Ladders ladders;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EscalationCallEnd(
            EscalationCalls calls,
            IncidentRows rows,
            IncidentProgress progress,
            Ladders ladders,
            Journal journal,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.rows = rows;
        this.progress = progress;
        this.ladders = ladders;
        this.journal = journal;
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
                .distinct()
                .filter(call -> !live.calls().contains(call))
                .forEach(call -> end(call, CallOutcome.LOST));
    }

    private void end(CallId call, CallOutcome outcome) {
        for (var row : calls.of(call)) {
            transaction.executeWithoutResult(_ -> end(row, outcome));
        }
    }

    private void end(EscalationCalls.Row row, CallOutcome outcome) {
        var incident = rows.lock(row.incidentId()).orElseThrow();
        if (!calls.end(row.call(), row.incidentId(), outcome)) {
            return;
        }
        journal.write(
                Entry.of("incident-call-ended", row.contact())
                        .about(incident.personId())
                        .inIncident(row.incidentId())
                        .on(row.call())
                        .with("outcome", outcome.name()));
        progress.happened(
                incident, new Happening.CallOver(row.call(), restBeforeNext(incident)), null);
    }

    private Duration restBeforeNext(IncidentRows.Kept incident) {
        var course = incident.course();
        return course.looksForSomebody()
                ? ladders.of(course.severity(), incident.personId()).restBefore(course.place())
                : Duration.ZERO;
    }
}
