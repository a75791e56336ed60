package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.line.Paused.OpenAlarm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the round asks before it rings somebody or gives somebody up, and tells when a call has
 * ended; always in the caller's transaction.
 *
 * <p>A check that waits for its part is due again when its window closes. The window is then
 * extended while the alarm is open, up to the town's latest hour; after that the person goes to the
 * ladder like anybody else. Whoever is at high risk is never kept from the ladder: their window
 * stays as it was planned, and once their attempts are spent they get their visit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PausedParts {
    private final JdbcClient jdbc;
    private final Samples samples;
    private final Journal journal;
    private final Nudges nudges;
    private final CommonCauseSettings settings;
    private final WellnessSettings wellness;
    private final HotlineSettings hotline;

    PausedParts(
            JdbcClient jdbc,
            Samples samples,
            Journal journal,
            Nudges nudges,
            CommonCauseSettings settings,
            WellnessSettings wellness,
            HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.journal = journal;
        this.nudges = nudges;
        this.settings = settings;
        this.wellness = wellness;
        this.hotline = hotline;
    }

    public Paused now() {
        return new Paused(
                jdbc.sql("select id, kind, scope from alarm where next_action_at is not null")
                        .query((row, _) -> openAlarm(row))
                        .list());
    }

    /** The alarm whose end this check's next call is to find out, if it is a probe. */
    public Optional<Long> probeOf(long check) {
        return jdbc.sql(
                        "select probe_of from wellness_check where id = :id and probe_of is not null")
                .param("id", check)
                .query(Long.class)
                .optional();
    }

    public void expect(Collection<Samples.Planned> calls) {
        samples.expect(calls);
        var probes = calls.stream().filter(call -> call.probeOf() != null).toList();
        if (!probes.isEmpty()) {
            jdbc.sql("update wellness_check set probe_of = null where id = any(:probes)")
                    .param(
                            "probes",
                            probes.stream().map(Samples.Planned::check).toArray(Long[]::new))
                    .update();
        }
    }

    /** What the call's end says about the way there. The first word stands. */
    public void heard(CallId call, Heard heard) {
        samples.heard(call, heard);
        nudges.nudge(CommonCauses.NAME);
    }

    /** The call's end says nothing about the way there. */
    public void heardNothing(CallId call) {
        samples.forget(call);
    }

    /** Instead of being rung: waits until the alarm is over, or its window closes. */
    public void hold(long check, long person, long alarm) {
        jdbc.sql(
                        """
                        update wellness_check
                        set paused_by = :alarm,
                            paused_at = case when paused_by is null then clock_timestamp()
                                else paused_at end,
                            queued = false, next_action_at = window_closes_at
                        where id = :id and state = 'WAITING'
                        """)
                .param("alarm", alarm)
                .param("id", check)
                .update();
        touched(check, person, alarm);
    }

    /**
     * Instead of going to the ladder.
     *
     * @return false if it must go there all the same
     */
    public boolean holdInsteadOfLadder(long check, long person, long alarm) {
        var held =
                jdbc.sql(
                                """
                                with held as (
                                    select c.id, clock_timestamp() as now,
                                        case when window_closes_at > clock_timestamp()
                                            then window_closes_at
                                            else least((day + :latest) at time zone :zone,
                                                clock_timestamp() + make_interval(secs => :longest))
                                        end as close
                                    from wellness_check c join person on person.id = c.person_id
                                    where c.id = :id and c.state <> 'ENDED' and risk <> 'HIGH'
                                )
                                update wellness_check c
                                set state = 'WAITING', queued = false, paused_by = :alarm,
                                    paused_at = case when paused_by is null then now else paused_at end,
                                    planned_close = case when close > window_closes_at
                                        then coalesce(planned_close, window_closes_at)
                                        else planned_close end,
                                    window_closes_at = close, next_action_at = close
                                from held
                                where c.id = held.id and close > now
                                """)
                        .param("latest", wellness.latest())
                        .param("zone", hotline.zone().getId())
                        .param("alarm", alarm)
                        .param("longest", settings.longestPause().toMillis() / 1000.0)
                        .param("id", check)
                        .update();
        if (held == 1) {
            touched(check, person, alarm);
        }
        return held == 1;
    }

    private void touched(long check, long person, long alarm) {
        jdbc.sql(
                        """
                        insert into alarm_person (alarm_id, person_id) values (:alarm, :person)
                        on conflict do nothing
                        """)
                .param("alarm", alarm)
                .param("person", person)
                .update();
        journal.write(
                Entry.of("check-held", Actor.SYSTEM)
                        .about(person)
                        .with("check", Long.toString(check))
                        .with("alarm", Long.toString(alarm)));
    }

    private static OpenAlarm openAlarm(ResultSet row) throws SQLException {
        return new OpenAlarm(
                row.getLong("id"),
                new Part(PartKind.valueOf(row.getString("kind")), row.getString("scope")));
    }
}
