package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 待处置事件 and every way in which one changes. An unsettled incident always has a next step; it is
 * taken, seen and settled only by somebody with a name. Any thread; a race is decided by the row,
 * and who comes second is told so.
 */
@Component
public class Incidents implements HoldsSealed {
    private static final SealedColumn NOTE = new SealedColumn("incident", "id", "note");

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nudges nudges;
    private final EscalationSettings settings;
    private final Seal seal;
    private final ApplicationEventPublisher news;

    Incidents(
            JdbcClient jdbc,
            Journal journal,
            Nudges nudges,
            EscalationSettings settings,
            Seal seal,
            ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nudges = nudges;
        this.settings = settings;
        this.news = news;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

    private record Joined(long id, Severity severity) {}

    /**
     * Opens an incident, or joins the person's open one, in the transaction of the cause. The
     * ladder begins when that commits. A cause that is worse than what was known rings people again
     * even if somebody has taken it: they set out for something else.
     *
     * @param call the call in which it showed
     * @return the incident's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long open(long personId, Cause cause, @Nullable CallId call) {
        var opened =
                jdbc.sql(
                                """
                                insert into incident (person_id, severity, state, next_action_at)
                                values (:person, :severity, 'OPEN', clock_timestamp())
                                on conflict (person_id) where state <> 'SETTLED'
                                    -- changes nothing, but locks it: it must not settle before we joined
                                    do update set person_id = incident.person_id
                                returning id, severity
                                """)
                        .param("person", personId)
                        .param("severity", cause.severity().name())
                        .query(Joined.class)
                        .single();
        addCause(opened.id(), cause, call);
        if (cause.severity().compareTo(opened.severity()) > 0) {
            worsen(opened, cause.severity());
        }
        var entry =
                Entry.of("incident-opened", Actor.SYSTEM)
                        .about(personId)
                        .inIncident(opened.id())
                        .with("cause", cause.name());
        journal.write(call == null ? entry : entry.on(call));
        nudges.nudge(Escalation.NAME);
        return opened.id();
    }

    /**
     * Opens an incident about a line or a part of the town, in the transaction of the cause. It
     * rings the duty desk until somebody takes it.
     *
     * @return the incident's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long openAboutNobody(Cause cause) {
        if (cause.severity() != Severity.LINE) {
            throw new IllegalArgumentException(cause + " is about a person");
        }
        var id =
                jdbc.sql(
                                """
                                insert into incident (severity, state, next_action_at)
                                values (:severity, 'OPEN', clock_timestamp())
                                returning id
                                """)
                        .param("severity", cause.severity().name())
                        .query(Long.class)
                        .single();
        addCause(id, cause, null);
        journal.write(
                Entry.of("incident-opened", Actor.SYSTEM)
                        .inIncident(id)
                        .with("cause", cause.name()));
        nudges.nudge(Escalation.NAME);
        return id;
    }

    private void addCause(long incidentId, Cause cause, @Nullable CallId call) {
        jdbc.sql(
                        "insert into incident_cause (incident_id, kind, call_id) values (:id, :kind, :call)")
                .param("id", incidentId)
                .param("kind", cause.name())
                .param("call", call == null ? null : call.value())
                .update();
    }

    private void worsen(Joined incident, Severity severity) {
        jdbc.sql(
                        """
                        update incident
                        set severity = :severity, next_action_at = clock_timestamp(),
                            state = case when state = 'OPEN' then state else 'NOTIFYING' end
                        where id = :id
                        """)
                .param("severity", severity.name())
                .param("id", incident.id())
                .update();
    }

    /** "I take it": the first one wins. Joins the caller's transaction if there is one. */
    @Transactional
    public Taking take(long id, Actor by, CallId via) {
        var taken =
                jdbc.sql(
                                """
                                update incident
                                set state = 'TAKEN', taken_by = :by, taken_at = clock_timestamp(),
                                    taken_via = :via,
                                    next_action_at = clock_timestamp() + make_interval(secs => :seen)
                                where id = :id and state in ('OPEN', 'NOTIFYING')
                                """)
                        .param("by", by.value())
                        .param("via", via.value())
                        .param("seen", seconds(settings.seen()))
                        .param("id", id)
                        .update();
        if (taken == 1) {
            journal.write(entry("incident-taken", id, by).on(via));
            nudges.nudge(Escalation.NAME);
            return new Taking.Taken();
        }
        journal.write(entry("incident-taken-too-late", id, by).on(via));
        return new Taking.TooLate(takenBy(id).orElse(null));
    }

    /**
     * "I have seen the person."
     *
     * @return whether that changed anything: it must have been taken, and not yet seen
     */
    @Transactional
    public boolean seen(long id, Actor by) {
        var changed =
                jdbc.sql(
                                """
                                update incident
                                set state = 'SEEN', seen_at = clock_timestamp(), seen_by = :by,
                                    next_action_at = clock_timestamp() + make_interval(secs => :settled)
                                where id = :id and state = 'TAKEN'
                                """)
                        .param("by", by.value())
                        .param("settled", seconds(settings.settled()))
                        .param("id", id)
                        .update();
        if (changed == 1) {
            journal.write(entry("incident-seen", id, by));
        }
        return changed == 1;
    }

    /**
     * Ends it, from whatever state, with an outcome.
     *
     * @param note at most 1,000 characters
     * @return false if it was settled already, or never was
     */
    @Transactional
    public boolean settle(long id, Actor by, IncidentOutcome outcome, String note) {
        var changed =
                jdbc.sql(
                                """
                                update incident
                                set state = 'SETTLED', settled_at = clock_timestamp(),
                                    settled_by = :by, outcome = :outcome, note = :note,
                                    next_action_at = null
                                where id = :id and state <> 'SETTLED'
                                """)
                        .param("by", by.value())
                        .param("outcome", outcome.name())
                        .param("note", seal.sealText(NOTE, id, note))
                        .param("id", id)
                        .update();
        if (changed == 1) {
            journal.write(entry("incident-settled", id, by).with("outcome", outcome.name()));
            personOf(id)
                    .ifPresent(person ->
                            news.publishEvent(new IncidentSettled(id, person, by, outcome)));
            nudges.nudge(Escalation.NAME);
        }
        return changed == 1;
    }

    Optional<Severity> openSeverity(long id) {
        return jdbc.sql(
                        "select severity from incident where id = :id and state in ('OPEN', 'NOTIFYING')")
                .param("id", id)
                .query(Severity.class)
                .optional();
    }

    /** Empty if it is about a line or a part of the town. */
    Optional<Long> personOf(long id) {
        return jdbc.sql("select person_id from incident where id = :id and person_id is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    private Optional<String> takenBy(long id) {
        return jdbc.sql("select taken_by from incident where id = :id and taken_by is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private Entry entry(String kind, long id, Actor by) {
        var entry = Entry.of(kind, by).inIncident(id);
        return personOf(id).map(entry::about).orElse(entry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
