package cn.anxin.hotline.escalation;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.OwedNews.Owed;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Contacts;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings those who may be on their way with what has changed, until they have heard it; three times
 * at most. Whoever is on duty reads it on the screen.
 */
@Component
class NewsTelling implements DueWork {
    static final String NAME = "incident-news";

    private static final int MOST_TRIES = 3;
    private static final Duration STILL_TALKING = Duration.ofSeconds(15);

    private final OwedNews news;
    private final IncidentRows rows;
    private final EscalationCalls calls;
    private final CallIntents intents;
    private final CallPlacing placed;
    private final Contacts contacts;
    private final Journal journal;
    private final EscalationSettings settings;
    private final TransactionTemplate transaction;

    NewsTelling(
            OwedNews news,
            IncidentRows rows,
            EscalationCalls calls,
            CallIntents intents,
            CallPlacing placed,
            Contacts contacts,
            Journal journal,
            EscalationSettings settings,
            TransactionTemplate transaction) {
        this.news = news;
        this.rows = rows;
        this.calls = calls;
        this.intents = intents;
        this.placed = placed;
        this.contacts = contacts;
        this.journal = journal;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int sweep(int limit) {
        for (int handled = 0; handled < limit; handled++) {
            var due = tellOne();
            if (due.isEmpty()) {
                return handled;
            }
            placed.dialAll(due.get());
        }
        return limit;
    }

    /**
     * @return the call to dial, if there is one; empty if nothing is due
     */
    Optional<List<Placing>> tellOne() {
        var due = transaction.execute(_ -> news.claimDue().map(this::next));
        return due == null ? Optional.empty() : due.map(call -> call.stream().toList());
    }

    private Optional<Placing> next(Owed owed) {
        var contact = contacts.find(owed.whom()).filter(c -> !c.role().isOnDuty());
        if (contact.isEmpty()) {
            news.giveUp(owed);
            return Optional.empty();
        }
        if (owed.tries() >= MOST_TRIES) {
            news.giveUp(owed);
            journal.write(
                    Entry.of("incident-news-not-heard", Actor.SYSTEM)
                            .inIncident(owed.incidentId())
                            .with("whom", owed.whom().value())
                            .with("news", owed.news().name()));
            return Optional.empty();
        }
        var call = ring(owed, contact.get());
        if (call.isPresent()) {
            news.tried(owed);
        } else {
            news.later(owed, STILL_TALKING);
        }
        return call;
    }

    private Optional<Placing> ring(Owed owed, Contact contact) {
        if (calls.onCall().contains(owed.whom())) {
            return Optional.empty();
        }
        var incident = rows.lock(owed.incidentId()).orElseThrow();
        return intents.ring(
                contact,
                Kind.TELL,
                settings.ring(),
                List.of(incident),
                List.of(incident.course().step()));
    }
}
