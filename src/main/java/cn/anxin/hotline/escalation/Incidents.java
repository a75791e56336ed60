package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 待处置事件, opened by whoever sees a cause and changed by whoever has a name. An unsettled incident
 * always has a next step. Any thread; a race is decided by the row, and who comes second is told
 * so. Joins the caller's transaction if there is one.
 */
@Component
public class Incidents implements HoldsSealed {
    private static final SealedColumn NOTE = new SealedColumn("incident", "id", "note");

    private final JdbcClient jdbc;
    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final IncidentCauses causes;
    private final Roster roster;
    private final Journal journal;
    private final Nudges nudges;
    private final Seal seal;
    private final ApplicationEventPublisher news;

    Incidents(
            JdbcClient jdbc,
            IncidentRows rows,
            IncidentProgress progress,
            IncidentCauses causes,
            Roster roster,
            Journal journal,
            Nudges nudges,
            Seal seal,
            ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.progress = progress;
        this.causes = causes;
        this.roster = roster;
        this.journal = journal;
        this.nudges = nudges;
        this.seal = seal;
        this.news = news;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

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
        var severity = cause.severity(roster.riskOf(personId).orElse(RiskLevel.NORMAL));
        var id =
                jdbc.sql(
                                """
                                insert into incident (person_id, severity, state, next_action_at)
                                values (:person, :severity, 'OPEN', clock_timestamp())
                                on conflict (person_id) where state <> 'SETTLED'
                                    -- changes nothing, but locks it: it must not settle before we joined
                                    do update set person_id = incident.person_id
                                returning id
                                """)
                        .param("person", personId)
                        .param("severity", severity.name())
                        .query(Long.class)
                        .single();
        opened(id, personId, cause, call);
        happened(id, new Happening.CauseJoined(severity), null);
        return id;
    }

    /**
     * Opens an incident about a line or a part of the town, in the transaction of the cause. It
     * rings those on duty until somebody takes it.
     *
     * @return the incident's id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long openAboutNobody(Cause cause) {
        if (!cause.isAboutNobody()) {
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
        opened(id, null, cause, null);
        return id;
    }

    private void opened(long id, @Nullable Long personId, Cause cause, @Nullable CallId call) {
        causes.add(id, cause, call);
        var entry =
                Entry.of("incident-opened", Actor.SYSTEM)
                        .about(personId)
                        .inIncident(id)
                        .with("cause", cause.name());
        journal.write(call == null ? entry : entry.on(call));
        nudges.nudge(Escalation.NAME);
    }

    /** "I take it": the first one wins. */
    @Transactional
    public Taking take(long id, Actor by, Via via) {
        return rows.lock(id)
                .<Taking>map(incident -> {
                    var turn = progress.happened(incident, new Happening.Taken(by), via);
                    return turn.changed() ? new Taking.Taken() : tooLate(incident, by, via);
                })
                .orElseGet(() -> new Taking.TooLate(null));
    }

    /** Whoever has it already and says so once more is not too late. */
    private Taking tooLate(Kept incident, Actor by, Via via) {
        var taker = incident.course().taker();
        if (by.equals(taker)) {
            return new Taking.Taken();
        }
        var entry =
                Entry.of("incident-taken-too-late", by)
                        .about(incident.personId())
                        .inIncident(incident.id());
        var call = via.callOrNull();
        journal.write(call == null ? entry : entry.on(call));
        return new Taking.TooLate(taker == null ? null : taker.value());
    }

    /**
     * "I have seen the person": from then on they answer for it.
     *
     * @return whether that changed anything
     */
    @Transactional
    public boolean seen(long id, Actor by, Via via) {
        var seen = happened(id, new Happening.Seen(by), via);
        if (seen) {
            jdbc.sql(
                            """
                            update incident set seen_at = clock_timestamp(), seen_by = :by
                            where id = :id
                            """)
                    .param("by", by.value())
                    .param("id", id)
                    .update();
        }
        return seen;
    }

    /** The taker is still on it; false if it is not theirs. */
    @Transactional
    public boolean needsTime(long id, Actor by, Via via) {
        return happened(id, new Happening.NeedsTime(by), via);
    }

    /** The taker can't after all: people are rung again. False if it is not theirs. */
    @Transactional
    public boolean giveUp(long id, Actor by, Via via) {
        return happened(id, new Happening.GivenUp(by), via);
    }

    /**
     * 首问负责: the taker asks for somebody else, and answers for it until somebody has accepted. False
     * if it is not theirs.
     */
    @Transactional
    public boolean handOver(long id, Actor by, Via via) {
        return happened(id, new Happening.HandedOver(by), via);
    }

    /**
     * Ends it, from whatever state, with an outcome.
     *
     * @param note at most 1,000 characters
     * @return false if it was settled already, or never was
     */
    @Transactional
    public boolean settle(long id, Actor by, IncidentOutcome outcome, String note) {
        var incident = rows.lock(id);
        if (incident.isEmpty() || incident.get().course().state() == IncidentState.SETTLED) {
            return false;
        }
        jdbc.sql(
                        """
                        update incident
                        set settled_at = clock_timestamp(), settled_by = :by, outcome = :outcome,
                            note = :note
                        where id = :id
                        """)
                .param("by", by.value())
                .param("outcome", outcome.name())
                .param("note", seal.sealText(NOTE, id, note))
                .param("id", id)
                .update();
        progress.happened(incident.get(), new Happening.Settled(by), null);
        journal.write(
                Entry.of("incident-settled", by)
                        .about(incident.get().personId())
                        .inIncident(id)
                        .with("outcome", outcome.name()));
        var person = incident.get().personId();
        if (person != null) {
            news.publishEvent(new IncidentSettled(id, person, by, outcome));
        }
        return true;
    }

    /**
     * The person has said themselves, in this call, that they are well: that settles what was open
     * only because we had not heard of them. What else is open stays open.
     *
     * @return whether that settled anything
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean heardWell(long personId) {
        return silentIncident(personId)
                .map(id -> settle(id, Actor.person(personId), IncidentOutcome.WELL, ""))
                .orElse(false);
    }

    /** Whether something is open only because we have not heard of them. */
    public boolean awaitsWordOf(long personId) {
        return silentIncident(personId).isPresent();
    }

    private Optional<Long> silentIncident(long personId) {
        return jdbc.sql(
                        """
                        select id from incident
                        where person_id = :person and state <> 'SETTLED'
                            and severity in ('MISSED', 'MISSED_AT_RISK')
                        """)
                .param("person", personId)
                .query(Long.class)
                .optional();
    }

    private boolean happened(long id, Happening happening, @Nullable Via via) {
        return rows.lock(id)
                .map(incident -> progress.happened(incident, happening, via).changed())
                .orElse(false);
    }

    /** Why it was opened: the worst of it. */
    public Optional<Cause> worstCause(long id) {
        return causes.worst(id);
    }

    /** Empty if it is about a line or a part of the town. */
    public Optional<Long> personOf(long id) {
        return jdbc.sql("select person_id from incident where id = :id and person_id is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }
}
