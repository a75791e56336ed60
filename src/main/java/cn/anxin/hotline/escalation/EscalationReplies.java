package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.EscalationCalls.KeyAnswer;
import cn.anxin.hotline.escalation.EscalationCalls.Row;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What those who are rung reply with their keys: committed, an incident a transaction, before
 * anything is said back. Any thread; a key that comes twice changes nothing.
 */
@Component
public class EscalationReplies {
    /** Longer than any talk with the duty desk; the call's real end is seen long before. */
    private static final Duration LONGEST_TALK = Duration.ofHours(2);

    private final EscalationCalls calls;
    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final Incidents incidents;
    private final OwedNews news;
    private final Journal journal;
    private final TransactionTemplate transaction;

    EscalationReplies(
            EscalationCalls calls,
            IncidentRows rows,
            IncidentProgress progress,
            Incidents incidents,
            OwedNews news,
            Journal journal,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.rows = rows;
        this.progress = progress;
        this.incidents = incidents;
        this.news = news;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Somebody took the receiver. From now on nothing more joins the call. */
    public Occasion answered(CallId call) {
        var occasion =
                transaction.execute(_ -> {
                    calls.answered(call);
                    return occasion(calls.of(call));
                });
        return occasion == null ? new Occasion.Over() : occasion;
    }

    private Occasion occasion(List<Row> told) {
        if (told.isEmpty()) {
            return new Occasion.Over();
        }
        var first = told.getFirst();
        return switch (first.kind()) {
            case SUMMON -> summons(told);
            case ASK -> asking(first);
            case TELL ->
                    news.latest(first.incidentId(), first.contact())
                            .<Occasion>map(what -> new Occasion.Telling(first.incidentId(), what))
                            .orElseGet(Occasion.Over::new);
        };
    }

    private Occasion summons(List<Row> told) {
        var needed =
                told.stream()
                        .flatMap(row -> rows.lock(row.incidentId()).stream())
                        .filter(incident -> incident.course().looksForSomebody())
                        .map(incident ->
                                new Occasion.Summoned(incident.id(), incident.course().severity()))
                        .sorted(Comparator.comparing(Occasion.Summoned::severity).reversed())
                        .toList();
        return needed.isEmpty()
                ? new Occasion.Over()
                : new Occasion.Summons(told.getFirst().role(), needed);
    }

    private Occasion asking(Row row) {
        return rows.lock(row.incidentId())
                .map(Kept::course)
                .filter(course -> row.contact().equals(course.taker()))
                .<Occasion>map(course -> new Occasion.Asking(row.incidentId(), course.state()))
                .orElseGet(Occasion.Over::new);
    }

    /**
     * Takes these. Telephones that still ring for them alone stop.
     *
     * @return what became of each, in the order asked
     */
    public List<Taking> take(CallId call, Collection<Long> wanted) {
        var taken = new ArrayList<Taking>();
        for (var incident : wanted) {
            var row = row(call, incident);
            taken.add(
                    transaction.execute(_ -> {
                        var taking = incidents.take(incident, row.contact(), Via.call(call));
                        calls.keyed(
                                call,
                                incident,
                                taking instanceof Taking.Taken
                                        ? KeyAnswer.TAKEN
                                        : KeyAnswer.TOO_LATE);
                        return taking;
                    }));
        }
        return taken;
    }

    /** They can't: the next rung is due, and they are not asked again. */
    public void decline(CallId call, Collection<Long> declined) {
        declined.forEach(incident -> over(call, incident, KeyAnswer.DECLINED, "incident-declined"));
    }

    /** They talk with the duty desk while the ladders go on. */
    public void talkWithDesk(CallId call) {
        for (var row : calls.of(call)) {
            over(call, row.incidentId(), KeyAnswer.NO_KEY, "incident-asked-for-duty");
        }
        transaction.executeWithoutResult(_ -> calls.open().keepOpen(call, LONGEST_TALK));
    }

    private void over(CallId call, long incident, KeyAnswer answer, String kind) {
        var row = row(call, incident);
        transaction.executeWithoutResult(_ -> {
            var kept = rows.lock(incident).orElseThrow();
            calls.keyed(call, incident, answer);
            journal.write(
                    Entry.of(kind, row.contact())
                            .about(kept.personId())
                            .inIncident(incident)
                            .on(call));
            progress.happened(kept, new Happening.CallOver(call, Duration.ZERO), Via.call(call));
        });
    }

    /** They have seen the person. */
    public boolean seen(CallId call, long incident) {
        return incidents.seen(incident, row(call, incident).contact(), Via.call(call));
    }

    /** They have seen the person, and it is done. */
    public boolean settle(CallId call, long incident, IncidentOutcome outcome) {
        var by = row(call, incident).contact();
        var settled =
                transaction.execute(_ -> {
                    incidents.seen(incident, by, Via.call(call));
                    return incidents.settle(incident, by, outcome, "");
                });
        return Boolean.TRUE.equals(settled);
    }

    /** They have it still, and need more time. */
    public boolean needsTime(CallId call, long incident) {
        return incidents.needsTime(incident, row(call, incident).contact(), Via.call(call));
    }

    /** They can't after all: people are rung again. */
    public boolean giveUp(CallId call, long incident) {
        return incidents.giveUp(incident, row(call, incident).contact(), Via.call(call));
    }

    /** They have heard what they were owed. */
    public void heard(CallId call, long incident) {
        var row = row(call, incident);
        transaction.executeWithoutResult(_ -> {
            news.told(incident, row.contact());
            journal.write(
                    Entry.of("incident-news-heard", row.contact()).inIncident(incident).on(call));
        });
    }

    private Row row(CallId call, long incident) {
        return calls.row(call, incident);
    }
}
