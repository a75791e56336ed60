package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.wellness.WellnessSettings;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 每日汇总: keeps each day's sum at the town's hour; that of a day whose round began later, or never,
 * when the day is over. Which days are due is told by the record that is missing, so that an hour
 * that passed while we were dead is made up, and twice is once.
 */
@Component
class DayKeeper implements DueWork {
    private static final Logger log = LoggerFactory.getLogger(DayKeeper.class);

    /** A service that was away for longer has no rounds to sum up. */
    private static final int DAYS_MADE_UP = 31;

    private final JdbcClient jdbc;
    private final DayRecords records;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;

    DayKeeper(
            JdbcClient jdbc,
            DayRecords records,
            HotlineSettings hotline,
            WellnessSettings settings) {
        this.jdbc = jdbc;
        this.records = records;
        this.hotline = hotline;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "day-records";
    }

    @Override
    public int sweep(int limit) {
        var due = due(limit);
        for (var day : due) {
            records.keepDaily(day)
                    .ifPresent(kept -> log.info("The sum of {} is kept: {}", day, kept.totals()));
        }
        return due.size();
    }

    /** The oldest first. A day without a round counts if rounds plan themselves. */
    private List<LocalDate> due(int limit) {
        return jdbc.sql(
                        """
                        with town as (
                            select (now() at time zone :zone)::date as today,
                                (select min(day) from round where kind = 'DAILY') as first
                        ), days as (
                            select today - ago as day
                            from town cross join generate_series(0, :madeUp) as ago
                            where today - ago >= first
                        )
                        select days.day
                        from days left join round on round.kind = 'DAILY' and round.day = days.day
                        where (:daily or round.id is not null)
                            and not exists (select from day_record
                                where kind = 'DAILY' and day_record.day = days.day)
                            and now() >= case
                                when round.started_at < (days.day + :hour) at time zone :zone
                                    then (days.day + :hour) at time zone :zone
                                else (days.day + 1)::timestamp at time zone :zone end
                        order by days.day
                        limit :limit
                        """)
                .param("zone", hotline.zone().getId())
                .param("madeUp", DAYS_MADE_UP)
                .param("daily", settings.daily())
                .param("hour", settings.summaryAt())
                .param("limit", limit)
                .query(LocalDate.class)
                .list();
    }
}
