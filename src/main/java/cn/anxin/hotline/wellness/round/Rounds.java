package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 本日问候轮次: gives every enrolled person one check a local day. Planning twice, on two machines, or
 * after a restart changes nothing: the table allows one.
 */
@Component
public class Rounds {
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nudges nudges;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;

    Rounds(
            JdbcClient jdbc,
            Journal journal,
            Nudges nudges,
            HotlineSettings hotline,
            WellnessSettings settings) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nudges = nudges;
        this.hotline = hotline;
        this.settings = settings;
    }

    /**
     * Plans what today is still without a check. Whoever was owed one in a window that passed while
     * we were down is rung late, up to {@code latest}; after that their check goes to the ladder.
     *
     * @return how many were planned
     */
    @Transactional
    int planToday() {
        var planned =
                jdbc.sql(
                                """
                                with today as (
                                    select (clock_timestamp() at time zone :zone)::date as day,
                                        (clock_timestamp() at time zone :zone)::time < :latest as early
                                ), due as (
                                    select person.id, person.created_at, day, early,
                                        (day + window_opens) at time zone :zone as opens,
                                        (day + window_closes) at time zone :zone as closes
                                    from person cross join today
                                    where enrolled and not exists (select from wellness_check
                                        where person_id = person.id and wellness_check.day = today.day)
                                ), planned as (
                                    select id, day, opens,
                                        case when closes > clock_timestamp() or not early then closes
                                            else clock_timestamp() + make_interval(secs => :makeUp)
                                        end as closes
                                    from due
                                    where created_at < closes
                                )
                                insert into wellness_check (person_id, day, state,
                                    window_opens_at, window_closes_at, next_action_at)
                                select id, day, 'WAITING', opens, closes, opens
                                from planned
                                on conflict (person_id, day) do nothing
                                """)
                        .param("zone", hotline.zone().getId())
                        .param("latest", settings.latest())
                        .param("makeUp", seconds(settings.makeUp()))
                        .update();
        if (planned > 0) {
            journal.write(
                    Entry.of("round-planned", Actor.SYSTEM)
                            .with("checks", Integer.toString(planned)));
        }
        return planned;
    }

    /**
     * Rings now, whatever their windows say, those whose check of today has not ended.
     *
     * @param people ids; empty means everybody enrolled. Ids of nobody are passed over
     * @return how many checks are due now
     */
    @Transactional
    public int startNow(Collection<Long> people) {
        var due =
                jdbc.sql(
                                """
                                with today as (
                                    select (clock_timestamp() at time zone :zone)::date as day,
                                        clock_timestamp() as opens,
                                        clock_timestamp() + make_interval(secs => :makeUp) as least_close
                                )
                                insert into wellness_check as existing (person_id, day, state,
                                    window_opens_at, window_closes_at, next_action_at)
                                select person.id, day, 'WAITING', opens,
                                    greatest(least_close, (day + window_closes) at time zone :zone), opens
                                from person cross join today
                                where enrolled and (:everybody or person.id = any(:people))
                                on conflict (person_id, day) do update
                                set window_opens_at =
                                        least(existing.window_opens_at, excluded.window_opens_at),
                                    window_closes_at =
                                        greatest(existing.window_closes_at, excluded.window_closes_at),
                                    next_action_at = excluded.next_action_at
                                where existing.state = 'WAITING'
                                """)
                        .param("zone", hotline.zone().getId())
                        .param("makeUp", seconds(settings.makeUp()))
                        .param("everybody", people.isEmpty())
                        .param("people", people.toArray(Long[]::new))
                        .update();
        journal.write(Entry.of("round-started", Actor.API).with("checks", Integer.toString(due)));
        nudges.nudge(CheckCalls.NAME);
        return due;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
