package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.line.Alarms.Alarm;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of an alarm: its part is rung again, and windows are extended by what was lost, up to the
 * town's latest hour. With the trunk everybody's time was lost: their windows are extended some
 * thousands a transaction, those that close first before the others, and the trunk stays paused
 * until the last of them is; so none closes meanwhile for a silence that was ours. Any thread; a
 * race is decided by the row.
 */
@Component
public class Resumption {
    /** Of a row's lock nobody should wait for longer than a fraction of a second. */
    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;
    private final Alarms alarms;
    private final Journal journal;
    private final Nudges nudges;
    private final WellnessSettings wellness;
    private final HotlineSettings hotline;

    Resumption(
            JdbcClient jdbc,
            Alarms alarms,
            Journal journal,
            Nudges nudges,
            WellnessSettings wellness,
            HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.journal = journal;
        this.nudges = nudges;
        this.wellness = wellness;
        this.hotline = hotline;
    }

    /**
     * The part is to be rung again; with a whole city behind the trunk, some seconds later.
     *
     * @param reason at most 200 characters
     * @return false if it had ended before, or never was
     */
    @Transactional
    public boolean resume(long id, Actor by, String reason) {
        var begun = alarms.resuming(id, by, reason);
        begun.ifPresent(alarm -> {
            alarms.takeProbesBack(alarm.id());
            goOn(alarm);
        });
        return begun.isPresent();
    }

    /** Extends the next windows; after the last of them the alarm has ended. */
    @Transactional
    void goOn(Alarm alarm) {
        var extended = alarm.kind() == PartKind.TRUNK ? extendNext(alarm.id()) : 0;
        jdbc.sql("update alarm set extended = extended + :more where id = :id")
                .param("more", extended)
                .param("id", alarm.id())
                .update();
        if (extended < AT_ONCE) {
            end(alarm);
        } else {
            nudges.nudge(CommonCauses.NAME);
        }
    }

    private record Ended(String resumedBy, String reason, int extended) {}

    private void end(Alarm alarm) {
        var ended =
                jdbc.sql(
                                """
                                update alarm
                                set state = 'RESUMED', next_action_at = null,
                                    resumed_at = clock_timestamp()
                                where id = :id
                                returning resumed_by, reason, extended
                                """)
                        .param("id", alarm.id())
                        .query(Ended.class)
                        .single();
        var by = new Actor(ended.resumedBy());
        var released = release(alarm.id());
        journal.write(
                Entry.of("alarm-resumed", by)
                        .inIncident(alarm.incident())
                        .with("alarm", Long.toString(alarm.id()))
                        .with("reason", ended.reason())
                        .with("checks", Integer.toString(released.size() + ended.extended())));
        journal.write(
                released.stream()
                        .map(one ->
                                Entry.of("check-released", by)
                                        .about(one.personId())
                                        .with("check", Long.toString(one.id()))
                                        .with("alarm", Long.toString(alarm.id())))
                        .toList());
        nudges.nudge(Alarms.ROUND);
    }

    private record Released(long id, long personId) {}

    private List<Released> release(long id) {
        return jdbc.sql(
                        """
                        with released as (
                            select c.id, clock_timestamp() as now,
                                case when risk = 'HIGH' then window_closes_at
                                    else greatest(window_closes_at, least(
                                        (day + :latest) at time zone :zone,
                                        coalesce(planned_close, window_closes_at)
                                            + (clock_timestamp() - paused_at)))
                                end as close
                            from wellness_check c join person on person.id = c.person_id
                            where paused_by = :alarm
                        )
                        update wellness_check c
                        set paused_by = null, paused_at = null,
                            next_action_at = case when state = 'WAITING'
                                then greatest(now, window_opens_at) else next_action_at end,
                            planned_close = case when close > window_closes_at
                                then coalesce(planned_close, window_closes_at)
                                else planned_close end,
                            window_closes_at = close
                        from released
                        where c.id = released.id
                        returning c.id, c.person_id
                        """)
                .param("latest", wellness.latest())
                .param("zone", hotline.zone().getId())
                .param("alarm", id)
                .query(Released.class)
                .list();
    }

    /** Whoever is extended is not found again: their window has a planned close. */
    private int extendNext(long id) {
        return jdbc.sql(
                        """
                        with extended as (
                            select c.id, least((day + :latest) at time zone :zone, window_closes_at
                                + (clock_timestamp() - greatest(opened_at, window_opens_at))) as close
                            from wellness_check c
                            join person on person.id = c.person_id
                            join alarm on alarm.id = :alarm
                            where c.state = 'WAITING' and risk <> 'HIGH' and planned_close is null
                                and window_opens_at < now()
                                and window_closes_at > opened_at
                                and window_closes_at < (day + :latest) at time zone :zone
                            order by window_closes_at
                            limit :most
                        )
                        update wellness_check c
                        set planned_close = window_closes_at, window_closes_at = close,
                            next_action_at = case when queued then close else next_action_at end
                        from extended
                        where c.id = extended.id
                        """)
                .param("latest", wellness.latest())
                .param("zone", hotline.zone().getId())
                .param("alarm", id)
                .param("most", AT_ONCE)
                .update();
    }
}
