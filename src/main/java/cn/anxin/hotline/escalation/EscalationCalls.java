package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.OpenCallRows;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls that incidents have made: one row, one ring of one phone. */
@Repository
class EscalationCalls {
    private final JdbcClient jdbc;
    private final OpenCallRows open;

    EscalationCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.open = new OpenCallRows(jdbc, "escalation_call");
    }

    OpenCallRows open() {
        return open;
    }

    record Row(long incidentId, int step, @Nullable Long volunteerId, @Nullable String dutyPhone) {

        Actor actor() {
            return volunteerId != null
                    ? Actor.volunteer(volunteerId)
                    : Actor.duty(Objects.requireNonNull(dutyPhone));
        }
    }

    enum KeyAnswer {
        TAKEN,
        DECLINED,
        TOO_LATE,
        NO_KEY
    }

    void intend(CallId call, long incidentId, int step, Contact contact, Duration deadline) {
        jdbc.sql(
                        """
                        insert into escalation_call
                            (call_id, incident_id, step, volunteer_id, duty_phone, deadline_at)
                        values (:call, :incident, :step, :volunteer, :dutyPhone,
                            clock_timestamp() + make_interval(secs => :deadline))
                        """)
                .param("call", call.value())
                .param("incident", incidentId)
                .param("step", step)
                .param("volunteer", contact instanceof Contact.Volunteer v ? v.id() : null)
                .param("dutyPhone", contact instanceof Contact.DutyPhone d ? d.name() : null)
                .param("deadline", deadline.toMillis() / 1000.0)
                .update();
    }

    Optional<Row> find(CallId call) {
        return jdbc.sql(
                        """
                        select incident_id, step, volunteer_id, duty_phone
                        from escalation_call where call_id = :call
                        """)
                .param("call", call.value())
                .query(Row.class)
                .optional();
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

    void keyed(CallId call, KeyAnswer answer) {
        jdbc.sql("update escalation_call set answer = :answer where call_id = :call")
                .param("answer", answer.name())
                .param("call", call.value())
                .update();
    }

    /** Ends the row once; empty if it had ended already. */
    Optional<Row> end(CallId call, CallOutcome outcome) {
        return jdbc.sql(
                        """
                        update escalation_call set ended_at = clock_timestamp(), outcome = :outcome
                        where call_id = :call and ended_at is null
                        returning incident_id, step, volunteer_id, duty_phone
                        """)
                .param("outcome", outcome.name())
                .param("call", call.value())
                .query(Row.class)
                .optional();
    }

    /**
     * Nothing rang and nothing will: as if it had never been meant, so that it can be meant again.
     */
    void takeBack(CallId call) {
        jdbc.sql("delete from escalation_call where call_id = :call and ended_at is null")
                .param("call", call.value())
                .update();
    }

    /** Whether any phone still rings, or anybody still listens and may yet press a key. */
    boolean anyUndecided(long incidentId) {
        return jdbc.sql(
                        """
                        select exists (select from escalation_call
                            where incident_id = :incident and ended_at is null and answer is null)
                        """)
                .param("incident", incidentId)
                .query(Boolean.class)
                .single();
    }

    /** Phones that ring, unanswered, for an incident that needs nobody any more. */
    List<CallId> ringingInVain(int limit) {
        return jdbc.sql(
                        """
                        select call_id from escalation_call join incident on incident.id = incident_id
                        where ended_at is null and answered_at is null
                            and state in ('TAKEN', 'SEEN', 'SETTLED')
                        limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new CallId(row.getString(1)))
                .list();
    }

    /** Volunteers whose phone we are ringing, or who talk with us, for whatever incident. */
    Set<Long> volunteersOnCall() {
        return jdbc.sql(
                        """
                        select volunteer_id from escalation_call
                        where ended_at is null and volunteer_id is not null
                        """)
                .query(Long.class)
                .set();
    }

    Set<String> dutyPhonesOnCall() {
        return jdbc.sql(
                        """
                        select duty_phone from escalation_call
                        where ended_at is null and duty_phone is not null
                        """)
                .query(String.class)
                .set();
    }

    Set<Long> declined(long incidentId) {
        return jdbc.sql(
                        """
                        select volunteer_id from escalation_call
                        where incident_id = :incident and answer = 'DECLINED'
                            and volunteer_id is not null
                        """)
                .param("incident", incidentId)
                .query(Long.class)
                .set();
    }
}
