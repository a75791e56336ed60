package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.OpenCallRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls that incidents have made: one row for one ring of one telephone and each incident that
 * it tells of.
 */
@Repository
class EscalationCalls {
    private static final String SELECT =
            "select call_id, incident_id, step, contact, role, kind from escalation_call ";

    private final JdbcClient jdbc;
    private final OpenCallRows open;

    EscalationCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.open = new OpenCallRows(jdbc, "escalation_call");
    }

    OpenCallRows open() {
        return open;
    }

    enum Kind {
        /** Asks for somebody who takes it. */
        SUMMON,
        /** Asks the taker how it stands. */
        ASK,
        /** Tells somebody who may be on the way what has changed. */
        TELL
    }

    enum KeyAnswer {
        TAKEN,
        DECLINED,
        TOO_LATE,
        NO_KEY
    }

    record Row(CallId call, long incidentId, int step, Actor contact, Role role, Kind kind) {}

    void intend(
            CallId call, long incidentId, int step, Contact contact, Kind kind, Duration deadline) {
        jdbc.sql(
                        """
                        insert into escalation_call
                            (call_id, incident_id, step, contact, role, kind, deadline_at)
                        values (:call, :incident, :step, :contact, :role, :kind,
                            clock_timestamp() + make_interval(secs => :deadline))
                        """)
                .param("call", call.value())
                .param("incident", incidentId)
                .param("step", step)
                .param("contact", contact.actor().value())
                .param("role", contact.role().name())
                .param("kind", kind.name())
                .param("deadline", deadline.toMillis() / 1000.0)
                .update();
    }

    /**
     * Lets a call that still rings tell of one more incident.
     *
     * @return false if it has been answered or has ended meanwhile
     */
    boolean join(CallId call, long incidentId, int step) {
        return jdbc.sql(
                                """
                                with ringing as (
                                    select * from escalation_call
                                    where call_id = :call and answered_at is null and ended_at is null
                                    order by incident_id limit 1
                                    for update
                                )
                                insert into escalation_call (call_id, incident_id, step, contact,
                                    role, kind, placed_at, deadline_at)
                                select call_id, :incident, :step, contact, role, kind, placed_at,
                                    deadline_at
                                from ringing
                                on conflict do nothing
                                """)
                        .param("call", call.value())
                        .param("incident", incidentId)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** By incident: the order in which their rows are to be locked. */
    List<Row> of(CallId call) {
        return jdbc.sql(SELECT + "where call_id = :call order by incident_id")
                .param("call", call.value())
                .query(EscalationCalls::row)
                .list();
    }

    /**
     * @throws IllegalStateException if the call does not tell of the incident
     */
    Row row(CallId call, long incident) {
        return of(call).stream()
                .filter(row -> row.incidentId() == incident)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call + " tells of no such incident"));
    }

    void answered(CallId call) {
        jdbc.sql(
                        """
                        update escalation_call set answered_at = clock_timestamp()
                        where call_id = :call and answered_at is null
                        """)
                .param("call", call.value())
                .update();
    }

    void keyed(CallId call, long incident, KeyAnswer answer) {
        jdbc.sql(
                        """
                        update escalation_call set answer = :answer
                        where call_id = :call and incident_id = :incident
                        """)
                .param("answer", answer.name())
                .param("call", call.value())
                .param("incident", incident)
                .update();
    }

    /**
     * Under the incident's lock.
     *
     * @return false if it had ended already
     */
    boolean end(CallId call, long incident, CallOutcome outcome) {
        return jdbc.sql(
                                """
                                update escalation_call
                                set ended_at = clock_timestamp(), outcome = :outcome, talks_with = null
                                where call_id = :call and incident_id = :incident and ended_at is null
                                """)
                        .param("outcome", outcome.name())
                        .param("call", call.value())
                        .param("incident", incident)
                        .update()
                == 1;
    }

    /**
     * Nothing rang and nothing will: as if it had never been meant, so that it can be meant again.
     */
    void takeBack(CallId call, long incident) {
        jdbc.sql(
                        """
                        delete from escalation_call
                        where call_id = :call and incident_id = :incident and ended_at is null
                        """)
                .param("call", call.value())
                .param("incident", incident)
                .update();
    }

    /** Until the end of the transaction nobody else begins to ring the person. */
    void holdLineTo(long person) {
        jdbc.sql("select hold_line_to(:person)::text")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    boolean anyTalksWith(long person) {
        return jdbc.sql("select exists (select from escalation_call where talks_with = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void talks(CallId call, long incident, long person) {
        jdbc.sql(
                        """
                        update escalation_call set talks_with = :person
                        where call_id = :call and incident_id = :incident and ended_at is null
                        """)
                .param("person", person)
                .param("call", call.value())
                .param("incident", incident)
                .update();
    }

    /**
     * @return whether they did until now
     */
    boolean talksNoMore(CallId call, long incident) {
        return jdbc.sql(
                                """
                                update escalation_call set talks_with = null
                                where call_id = :call and incident_id = :incident
                                    and talks_with is not null
                                """)
                        .param("call", call.value())
                        .param("incident", incident)
                        .update()
                == 1;
    }

    /** Telephones that ring, unanswered, for nothing that still needs anybody. */
    List<CallId> ringingInVain(int limit) {
        return jdbc.sql(
                        """
                        select call_id
                        from escalation_call join incident on incident.id = incident_id
                        where ended_at is null and answered_at is null and kind = 'SUMMON'
                        group by call_id
                        having bool_and(state = 'SETTLED'
                            or state in ('TAKEN', 'SEEN') and not handing_over)
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new CallId(row.getString(1)))
                .list();
    }

    /** Whom we are ringing, or who talks with us, for whatever incident. */
    Set<Actor> onCall() {
        return jdbc.sql("select distinct contact from escalation_call where ended_at is null")
                .query((row, _) -> new Actor(row.getString(1)))
                .set();
    }

    /** The call that rings there and tells of what may be told in a list, if one does. */
    Optional<CallId> ringingWithAList(Actor contact, int shorterThan) {
        return jdbc.sql(
                        """
                        select call_id
                        from escalation_call join incident on incident.id = incident_id
                        where contact = :contact and ended_at is null and answered_at is null
                            and kind = 'SUMMON'
                        group by call_id
                        having count(*) < :shorterThan and bool_and(severity in
                            ('NO_NUMBER', 'MISSED', 'MISSED_AT_RISK'))
                        order by call_id limit 1
                        """)
                .param("contact", contact.value())
                .param("shorterThan", shorterThan)
                .query((row, _) -> new CallId(row.getString(1)))
                .optional();
    }

    Set<Actor> declined(long incidentId) {
        return jdbc.sql(
                        """
                        select distinct contact from escalation_call
                        where incident_id = :incident and answer = 'DECLINED'
                        """)
                .param("incident", incidentId)
                .query((row, _) -> new Actor(row.getString(1)))
                .set();
    }

    /** Who of these was rung so often, and more, in the last 24 hours. */
    Set<Actor> rungOften(List<Actor> contacts, int times) {
        return jdbc.sql(
                        """
                        select contact from escalation_call
                        where contact = any(:contacts) and kind = 'SUMMON'
                            and placed_at > now() - interval '24 hours'
                        group by contact having count(distinct call_id) >= :times
                        """)
                .param("contacts", contacts.stream().map(Actor::value).toArray(String[]::new))
                .param("times", times)
                .query((row, _) -> new Actor(row.getString(1)))
                .set();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CallId(row.getString("call_id")),
                row.getLong("incident_id"),
                row.getInt("step"),
                new Actor(row.getString("contact")),
                Role.valueOf(row.getString("role")),
                Kind.valueOf(row.getString("kind")));
    }
}
