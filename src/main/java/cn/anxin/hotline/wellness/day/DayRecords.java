package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.day.KeptDay.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the sum of a day, with one row a person, all as of one instant. What was kept can neither
 * be changed nor deleted; the database refuses it. Any thread.
 */
@Component
public class DayRecords {
    /** Of one day; each holds the whole roster. */
    static final int MOST_ON_DEMAND = 20;

    private static final String KEPT =
            """
            select id, day, kind, kept_at, kept_by, roster, confirmed, cleared, away, escalated, open,
                not_due
            from day_record
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final HotlineSettings hotline;

    DayRecords(JdbcClient jdbc, Journal journal, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.hotline = hotline;
    }

    /** What became of the wish to keep a day now. */
    public sealed interface Asked {

        record Kept(KeptDay record) implements Asked {}

        /** The day has not begun. */
        record TooEarly() implements Asked {}

        /** The day was asked for twenty times already. */
        record TooOften() implements Asked {}
    }

    /**
     * Keeps how a day stands at this moment, beside the day's own record.
     *
     * @param by somebody with a name
     */
    @Transactional
    public Asked keepNow(LocalDate day, Actor by) {
        if (day.isAfter(today())) {
            return new Asked.TooEarly();
        }
        var asked =
                jdbc.sql("select count(*) from day_record where day = :day and kind = 'ON_DEMAND'")
                        .param("day", day)
                        .query(Integer.class)
                        .single();
        if (asked >= MOST_ON_DEMAND) {
            return new Asked.TooOften();
        }
        return new Asked.Kept(keep(day, Kind.ON_DEMAND, by).orElseThrow());
    }

    /** Keeps the day's own record, unless it has one. */
    @Transactional
    Optional<KeptDay> keepDaily(LocalDate day) {
        return keep(day, Kind.DAILY, Actor.SYSTEM);
    }

    private Optional<KeptDay> keep(LocalDate day, Kind kind, Actor by) {
        var id =
                DayRows.live(day, hotline.zone())
                        .query(
                                jdbc,
                                """
                                , record as (
                                    insert into day_record (day, kind, kept_by, roster, confirmed,
                                        cleared, away, escalated, open, not_due)
                                    select :day, :kind, :by, count(*), %1$s from person_day
                                    on conflict (day) where kind = 'DAILY' do nothing
                                    returning id
                                ), people as (
                                    insert into day_record_person (record_id, %2$s)
                                    select id, %2$s from record cross join person_day
                                )
                                select id from record
                                """
                                        .formatted(Totals.COLUMNS, DayRows.COLUMNS))
                        .param("kind", kind.name())
                        .param("by", by.value())
                        .query(Long.class)
                        .optional();
        return id.map(kept -> {
            var record = find(kept).orElseThrow();
            journal.write(
                    Entry.of("day-kept", by)
                            .with("record", Long.toString(kept))
                            .with("day", day.toString())
                            .with("kind", kind.name())
                            .with("roster", Integer.toString(record.roster())));
            return record;
        });
    }

    public Optional<KeptDay> find(long id) {
        return jdbc.sql(KEPT + "where id = :id")
                .param("id", id)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** The day's own. */
    public Optional<KeptDay> daily(LocalDate day) {
        return jdbc.sql(KEPT + "where day = :day and kind = 'DAILY'")
                .param("day", day)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** All of a day, the latest first; at most 21. */
    public List<KeptDay> of(LocalDate day) {
        return jdbc.sql(KEPT + "where day = :day order by id desc limit :most")
                .param("day", day)
                .param("most", MOST_ON_DEMAND + 1)
                .query((row, _) -> kept(row))
                .list();
    }

    /** The town's, by the database's clock. */
    LocalDate today() {
        return jdbc.sql("select (clock_timestamp() at time zone :zone)::date")
                .param("zone", hotline.zone().getId())
                .query(LocalDate.class)
                .single();
    }

    private static KeptDay kept(ResultSet row) throws SQLException {
        return new KeptDay(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                row.getString("kept_by"),
                row.getInt("roster"),
                Totals.of(row));
    }
}
