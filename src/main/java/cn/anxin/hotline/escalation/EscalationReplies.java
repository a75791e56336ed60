package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.EscalationCalls.KeyAnswer;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who are rung reply with their keys, each in one transaction. */
@Component
class EscalationReplies {
    /** Longer than any talk with the duty desk; the call's real end is seen long before. */
    private static final Duration LONGEST_TALK = Duration.ofHours(2);

    private final EscalationCalls calls;
    private final Incidents incidents;
    private final IncidentSteps steps;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EscalationReplies(
            EscalationCalls calls,
            Incidents incidents,
            IncidentSteps steps,
            Journal journal,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.incidents = incidents;
        this.steps = steps;
        this.journal = journal;
        this.transaction = transaction;
    }

    record Asked(long incidentId, Severity severity, boolean volunteer) {}

    /** Somebody took the receiver. Empty if the incident needs nobody any more. */
    Optional<Asked> answered(CallId call) {
        return transaction.execute(_ -> {
            calls.answered(call);
            return calls.find(call)
                    .flatMap(row ->
                            incidents
                                    .openSeverity(row.incidentId())
                                    .map(severity -> asked(row, severity)));
        });
    }

    private static Asked asked(EscalationCalls.Row row, Severity severity) {
        return new Asked(row.incidentId(), severity, row.volunteerId() != null);
    }

    /** Key 1. Phones that still ring for the same incident stop. */
    Taking take(CallId call) {
        var row = row(call);
        return transaction.execute(_ -> {
            var taken = incidents.take(row.incidentId(), row.actor(), call);
            calls.keyed(call, taken instanceof Taking.Taken ? KeyAnswer.TAKEN : KeyAnswer.TOO_LATE);
            return taken;
        });
    }

    /** Key 3: the next rung is due at once. */
    void decline(CallId call) {
        var row = row(call);
        transaction.executeWithoutResult(_ -> {
            calls.keyed(call, KeyAnswer.DECLINED);
            journal.write(
                    Entry.of("incident-declined", row.actor())
                            .inIncident(row.incidentId())
                            .on(call));
            nextRungUnlessOthersRing(row.incidentId());
        });
    }

    /** Key 0: they talk with the duty desk while the ladder goes on. */
    void handOver(CallId call) {
        var row = row(call);
        transaction.executeWithoutResult(_ -> {
            calls.keyed(call, KeyAnswer.NO_KEY);
            calls.open().keepOpen(call, LONGEST_TALK);
            journal.write(
                    Entry.of("incident-asked-for-duty", row.actor())
                            .inIncident(row.incidentId())
                            .on(call));
            nextRungUnlessOthersRing(row.incidentId());
        });
    }

    private void nextRungUnlessOthersRing(long incidentId) {
        if (!calls.anyUndecided(incidentId)) {
            steps.rungOver(incidentId, Duration.ZERO);
        }
    }

    private EscalationCalls.Row row(CallId call) {
        return calls.find(call)
                .orElseThrow(() -> new IllegalStateException("no incident has made " + call));
    }
}
