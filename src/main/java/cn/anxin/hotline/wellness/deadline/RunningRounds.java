package cn.anxin.hotline.wellness.deadline;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.deadline.Forecast.Share;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the rounds of this moment stand, by the database's clock. Reads only. */
@Repository
class RunningRounds {
    /** Enough for a mean, and few enough to be today's last half hour. */
    private static final int LATEST_CALLS = 500;

    private final JdbcClient jdbc;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;

    RunningRounds(JdbcClient jdbc, HotlineSettings hotline, WellnessSettings settings) {
        this.jdbc = jdbc;
        this.hotline = hotline;
        this.settings = settings;
    }

    /**
     * @param extra the extra round's id; null for the day's own, which there may not be
     * @param id null if there is none
     * @param planned whether everybody has their check
     */
    record Round(LocalDate day, @Nullable Long extra, @Nullable Long id, boolean planned) {}

    /**
     * @param stillOpen people without an answer
     * @param begun whether anybody was rung
     * @param due people whose time has come and who wait for nothing but a line
     */
    record Standing(int stillOpen, boolean begun, int due) {}

    /**
     * @param length of the latest calls of today, on average
     * @param each of them a person took
     */
    record Calls(Duration length, double each) {}

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The day's round, if there is or should be one, and the extra ones that are not over. */
    List<Round> at(Instant now) {
        var today = LocalDate.ofInstant(now, hotline.zone());
        return jdbc.sql(
                        """
                        select cast(:today as date) as day, null::bigint as extra, daily.id,
                            coalesce(daily.planned_at is not null, false) as planned
                        from (select) as one
                        left join round daily on kind = 'DAILY' and day = :today
                        where daily.id is not null or :daily
                        union all
                        select day, id, id, planned_at is not null
                        from round where kind = 'EXTRA' and closes_at > now()
                        """)
                .param("today", today)
                .param("daily", settings.daily())
                .query((row, _) -> round(row))
                .list();
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("day", LocalDate.class),
                row.getObject("extra", Long.class),
                row.getObject("id", Long.class),
                row.getBoolean("planned"));
    }

    /** How many a daily round that is not planned leaves out, once the first of them expects us. */
    int unplannedPeople(Round round) {
        return jdbc.sql(
                        """
                        select case when min(window_opens) <= (now() at time zone :zone)::time
                            then count(*) else 0 end
                        from person
                        where enrolled and not exists (select from wellness_check
                            where person_id = person.id and round_id = :round)
                        """)
                .param("zone", hotline.zone().getId())
                .param("round", round.id())
                .query(Integer.class)
                .single();
    }

    Standing standing(long round) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state <> 'ENDED') as stillOpen,
                            coalesce(bool_or(attempts_made > 0 or state = 'CALLING'), false) as begun,
                            count(*) filter (where state = 'WAITING' and paused_by is null
                                and window_opens_at <= now() and window_closes_at > now()
                                and (queued or next_action_at <= now())) as due
                        from wellness_check where round_id = :round
                        """)
                .param("round", round)
                .query(Standing.class)
                .single();
    }

    /** When a call last began or ended; empty if none ever did. */
    Optional<Instant> moved() {
        return jdbc.sql(
                        """
                        select greatest((select max(placed_at) from attempt),
                            (select max(ended_at) from attempt where ended_at is not null)) as moved
                        """)
                .query((row, _) ->
                        Optional.ofNullable(row.getObject("moved", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Who waits for a call, but for those whom an alarm holds; to the minute. */
    List<Share> waiting(long round) {
        return jdbc.sql(
                        """
                        select date_trunc('minute', begins) as opens,
                            date_trunc('minute', closes) as closes, precedence,
                            count(*) filter (where attempts_made = 0) as unrung,
                            count(*) filter (where attempts_made > 0) as again
                        from (
                            select precedence, attempts_made,
                                case when queued then window_opens_at
                                    else greatest(window_opens_at, next_action_at) end as begins,
                                coalesce(upper(later_chances), window_closes_at) as closes
                            from wellness_check
                            where round_id = :round and state = 'WAITING' and paused_by is null
                        ) waiting
                        where begins < closes
                        group by 1, 2, 3
                        """)
                .param("round", round)
                .query((row, _) -> share(row))
                .list();
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getObject("opens", OffsetDateTime.class).toInstant(),
                row.getObject("closes", OffsetDateTime.class).toInstant(),
                row.getInt("precedence"),
                row.getInt("unrung"),
                row.getInt("again"));
    }

    /** Before any has ended today: as if everybody let it ring for as long as we do, once. */
    Calls calls(LocalDate day) {
        return jdbc.sql(
                        """
                        select extract(epoch from avg(ended_at - placed_at)) as seconds,
                            count(*)::float8 / nullif(count(distinct check_id), 0) as each
                        from (
                            select check_id, placed_at, ended_at from attempt
                            where ended_at >= cast(:day as timestamp) at time zone :zone
                            order by ended_at desc
                            limit :latest
                        ) latest
                        """)
                .param("day", day)
                .param("zone", hotline.zone().getId())
                .param("latest", LATEST_CALLS)
                .query((row, _) -> calls(row))
                .single();
    }

    private Calls calls(ResultSet row) throws SQLException {
        var millis = Math.round(row.getDouble("seconds") * 1000);
        return millis <= 0
                ? new Calls(settings.ring().plusSeconds(1), 1)
                : new Calls(Duration.ofMillis(millis), row.getDouble("each"));
    }
}
