package cn.anxin.hotline.escalation;

import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves an incident from step to step of its ladder, always in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IncidentSteps {
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nudges nudges;

    IncidentSteps(JdbcClient jdbc, Journal journal, Nudges nudges) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nudges = nudges;
    }

    /**
     * @param personId null: it is about a line or a part of the town
     */
    record Unsettled(
            long id, @Nullable Long personId, Severity severity, IncidentState state, int step) {}

    /** Claims the worst, then the longest due; locks it for the caller's transaction. */
    Optional<Unsettled> claimDue() {
        return jdbc.sql(
                        """
                        select id, person_id, severity, state, step
                        from incident
                        where next_action_at <= (select clock_timestamp())
                        order by array_position(array['EMERGENCY', 'HELP', 'LINE', 'MISSED'],
                            severity),
                            next_action_at
                        limit 1
                        for update skip locked
                        """)
                .query(Unsettled.class)
                .optional();
    }

    Optional<Unsettled> lock(long id) {
        return jdbc.sql(
                        """
                        select id, person_id, severity, state, step
                        from incident where id = :id and state <> 'SETTLED' for update
                        """)
                .param("id", id)
                .query(Unsettled.class)
                .optional();
    }

    /** Its rung is ringing; the next step is due when that is over, {@code until} at the latest. */
    void notifying(long id, int nextStep, Duration until) {
        jdbc.sql(
                        """
                        update incident
                        set state = 'NOTIFYING', step = :step,
                            next_action_at = clock_timestamp() + make_interval(secs => :until)
                        where id = :id and state in ('OPEN', 'NOTIFYING')
                        """)
                .param("step", nextStep)
                .param("until", seconds(until))
                .param("id", id)
                .update();
    }

    /** Who had it let the deadline pass: it walks on up the ladder. */
    void reopen(Unsettled incident) {
        jdbc.sql(
                        """
                        update incident
                        set state = 'NOTIFYING', next_action_at = clock_timestamp()
                        where id = :id and state in ('TAKEN', 'SEEN')
                        """)
                .param("id", incident.id())
                .update();
        journal.write(
                Entry.of("incident-reopened", Actor.SYSTEM)
                        .inIncident(incident.id())
                        .about(incident.personId())
                        .with("lapsed", incident.state().name()));
    }

    /** The rung has come to nothing: the next one is due, after the pause if it starts a lap. */
    void rungOver(long id, Duration pause) {
        jdbc.sql(
                        """
                        update incident
                        set next_action_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = :id and state = 'NOTIFYING'
                        """)
                .param("pause", seconds(pause))
                .param("id", id)
                .update();
        nudges.nudge(Escalation.NAME);
    }

    /** Nothing of this step could be rung for the moment: the same step again, a little later. */
    void again(long id, int step, Duration pause) {
        jdbc.sql(
                        """
                        update incident
                        set step = :step,
                            next_action_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = :id and state = 'NOTIFYING'
                        """)
                .param("step", step)
                .param("pause", seconds(pause))
                .param("id", id)
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
