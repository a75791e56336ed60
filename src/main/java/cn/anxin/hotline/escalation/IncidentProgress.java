package cn.anxin.hotline.escalation;

import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.course.Effect;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.course.Rules;
import cn.anxin.hotline.escalation.course.Turn;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in which an incident's course changes: read under its lock, turned by {@link Rules},
 * kept together with the journal and what is owed to people. In the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IncidentProgress {
    private final IncidentRows rows;
    private final OwedNews news;
    private final EscalationSettings settings;
    private final Journal journal;
    private final Nudges nudges;

    IncidentProgress(
            IncidentRows rows,
            OwedNews news,
            EscalationSettings settings,
            Journal journal,
            Nudges nudges) {
        this.rows = rows;
        this.news = news;
        this.settings = settings;
        this.journal = journal;
        this.nudges = nudges;
    }

    /**
     * @param incident as read under its lock in this transaction
     * @param via through which somebody gave their word; null if nobody did
     */
    Turn happened(Kept incident, Happening happening, @Nullable Via via) {
        var terms = settings.terms(incident.course().severity());
        var turn = Rules.after(incident.course(), happening, incident.now(), terms);
        if (turn.changed()) {
            rows.save(incident.id(), turn.after(), isWord(happening) ? via : null);
            turn.effects().forEach(effect -> keep(incident, effect, via));
            if (isDueOrOver(turn.after(), incident.now())) {
                nudges.nudge(Escalation.NAME);
            }
        }
        return turn;
    }

    /** Or has telephones that ring in vain. */
    private static boolean isDueOrOver(Course course, Instant now) {
        var due = course.nextActionAt();
        return due == null || !due.isAfter(now) || !course.looksForSomebody();
    }

    private static boolean isWord(Happening happening) {
        return happening instanceof Happening.Taken || happening instanceof Happening.Seen;
    }

    private void keep(Kept incident, Effect effect, @Nullable Via via) {
        switch (effect) {
            case Effect.Note(var kind, var by) -> {
                var entry = Entry.of(kind, by).about(incident.personId()).inIncident(incident.id());
                var call = via == null ? null : via.callOrNull();
                journal.write(call == null ? entry : entry.on(call));
            }
            case Effect.Tell(var whom, var what) -> news.owe(incident.id(), whom, what);
            // placed by whoever turned it, once this is committed
            case Effect.Ask _ -> {}
        }
    }
}
