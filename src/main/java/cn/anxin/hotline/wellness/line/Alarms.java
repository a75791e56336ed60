package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The alarms and every way in which one changes. An alarm that has not ended has a next action: a
 * probe, or the end of one. It ends when probes get through, when nobody is left whom it keeps
 * waiting, or by the word of somebody with a name; its incident goes on until it is settled. Any
 * thread; a race is decided by the row.
 */
@Component
public class Alarms {
    /** The round's own name in {@link Nudges}. */
    static final String ROUND = "checks";

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Journal journal;
    private final Nudges nudges;
    private final CommonCauseSettings settings;

    Alarms(
            JdbcClient jdbc,
            Incidents incidents,
            Journal journal,
            Nudges nudges,
            CommonCauseSettings settings) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.journal = journal;
        this.nudges = nudges;
        this.settings = settings;
    }

    enum State {
        /** Nobody of the part is rung; the next probe is due at {@code next_action_at}. */
        OPEN,
        /** Probes are rung, until {@code next_action_at} at the latest. */
        PROBING,
        /** Its end has begun: windows are being extended, and nobody is rung yet. */
        RESUMING,
        RESUMED
    }

    record Alarm(long id, PartKind kind, State state, boolean faults, long incident, int probes) {}

    private static final String ALARM =
            "select id, kind, state, faults, incident_id, probes from alarm ";

    /** Empty if the part has one already. */
    @Transactional
    Optional<Long> open(Part part, boolean faults, Weighing.Result evidence) {
        var known =
                jdbc.sql(
                                """
                                select exists (select from alarm
                                    where kind = :kind and scope = :scope and state <> 'RESUMED')
                                """)
                        .param("kind", part.kind().name())
                        .param("scope", part.scope())
                        .query(Boolean.class)
                        .single();
        if (known) {
            return Optional.empty();
        }
        var incident = incidents.openAboutNobody(cause(part.kind()));
        var id =
                jdbc.sql(
                                """
                                insert into alarm (kind, scope, state, faults, rung, missed, expected,
                                    next_action_at, incident_id)
                                values (:kind, :scope, 'OPEN', :faults, :rung, :missed, :expected,
                                    clock_timestamp() + make_interval(secs => :pause), :incident)
                                returning id
                                """)
                        .param("kind", part.kind().name())
                        .param("scope", part.scope())
                        .param("faults", faults)
                        .param("rung", evidence.rung())
                        .param("missed", evidence.inVain())
                        .param("expected", evidence.expected())
                        .param("pause", seconds(settings.pauseAfter(0)))
                        .param("incident", incident)
                        .query(Long.class)
                        .single();
        journal.write(
                Entry.of("alarm-opened", Actor.SYSTEM)
                        .inIncident(incident)
                        .with("alarm", Long.toString(id))
                        .with("kind", part.kind().name())
                        .with("rung", Integer.toString(evidence.rung()))
                        .with("in-vain", Integer.toString(evidence.inVain()))
                        .with("expected", "%.1f".formatted(evidence.expected())));
        return Optional.of(id);
    }

    /** Whom its silence touches. */
    void touches(long alarm, Collection<Long> people) {
        jdbc.sql(
                        """
                        insert into alarm_person (alarm_id, person_id)
                        select :alarm, person from unnest(cast(:people as bigint[])) as person
                        on conflict do nothing
                        """)
                .param("alarm", alarm)
                .param("people", people.toArray(Long[]::new))
                .update();
    }

    private static Cause cause(PartKind kind) {
        return switch (kind) {
            case TRUNK, PREFIX -> Cause.LINE_SILENT;
            case BUILDING, COMMITTEE -> Cause.AREA_SILENT;
        };
    }

    /** The next one whose time has come, or whose probes have all ended; locked for the caller. */
    Optional<Alarm> claimDue() {
        return jdbc.sql(
                        ALARM
                                + """
                                where next_action_at <= (select clock_timestamp())
                                    or (state = 'PROBING'
                                        and not exists (select from wellness_check
                                            where probe_of = alarm.id
                                                and wellness_check.state = 'WAITING')
                                        and not exists (select from line_sample
                                            where alarm_id = alarm.id and heard is null))
                                order by next_action_at
                                limit 1
                                for update skip locked
                                """)
                .query((row, _) -> alarm(row))
                .optional();
    }

    /**
     * Lets some of those who wait be rung: whoever answered most reliably tells most.
     *
     * @return how many; none if nobody waits
     */
    int probe(Alarm alarm, Duration atMost) {
        var probes =
                jdbc.sql(
                                """
                                update wellness_check
                                set probe_of = :alarm, next_action_at = clock_timestamp(), queued = false
                                where id in (
                                    select id from (
                                        select id, person_id from wellness_check
                                        where state = 'WAITING'
                                            and window_closes_at > clock_timestamp() and %s
                                        order by paused_by is null, id
                                        limit 200
                                        for update skip locked
                                    ) candidate
                                    order by (select expected from line_sample
                                        where call_id = (select call_id from attempt
                                            where attempt.person_id = candidate.person_id
                                            order by placed_at desc limit 1)), id
                                    limit :most)
                                """
                                        .formatted(waiting(alarm)))
                        .param("alarm", alarm.id())
                        .param("most", alarm.kind() == PartKind.TRUNK ? 1 : settings.probes())
                        .update();
        if (probes > 0) {
            next(alarm, State.PROBING, alarm.probes() + 1, atMost);
            journal.write(entry("alarm-probes", alarm).with("checks", Integer.toString(probes)));
            nudges.nudge(ROUND);
        }
        return probes;
    }

    /** While the trunk is paused everybody waits whose time had come. */
    private static String waiting(Alarm alarm) {
        return alarm.kind() == PartKind.TRUNK
                ? "(paused_by = :alarm or queued)"
                : "paused_by = :alarm";
    }

    void stillSilent(Alarm alarm) {
        next(alarm, State.OPEN, alarm.probes(), settings.pauseAfter(alarm.probes()));
        takeProbesBack(alarm.id());
        journal.write(entry("alarm-still-silent", alarm));
    }

    private void next(Alarm alarm, State state, int probes, Duration in) {
        jdbc.sql(
                        """
                        update alarm
                        set state = :state, probes = :probes,
                            next_action_at = clock_timestamp() + make_interval(secs => :in)
                        where id = :id
                        """)
                .param("state", state.name())
                .param("probes", probes)
                .param("in", seconds(in))
                .param("id", alarm.id())
                .update();
    }

    /**
     * Its end has begun; until that is done it is paused all the same.
     *
     * @return empty if it had begun before, or never was
     */
    Optional<Alarm> resuming(long id, Actor by, String reason) {
        return jdbc.sql(
                        """
                        update alarm
                        set state = 'RESUMING', next_action_at = clock_timestamp(),
                            resumed_by = :by, reason = :reason
                        where id = :id and state in ('OPEN', 'PROBING')
                        returning id, kind, state, faults, incident_id, probes
                        """)
                .param("by", by.value())
                .param("reason", reason)
                .param("id", id)
                .query((row, _) -> alarm(row))
                .optional();
    }

    void takeProbesBack(long id) {
        jdbc.sql("update wellness_check set probe_of = null where probe_of = :alarm")
                .param("alarm", id)
                .update();
    }

    private static Entry entry(String kind, Alarm alarm) {
        return Entry.of(kind, Actor.SYSTEM)
                .inIncident(alarm.incident())
                .with("alarm", Long.toString(alarm.id()));
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        return new Alarm(
                row.getLong("id"),
                PartKind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getBoolean("faults"),
                row.getLong("incident_id"),
                row.getInt("probes"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
