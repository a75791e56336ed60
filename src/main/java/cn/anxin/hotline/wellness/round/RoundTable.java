package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds: one daily a day, and the extra ones. Joins the caller's transaction. */
@Repository
class RoundTable {
    private static final String ROUND = "select id, kind, day, started_at, closes_at from round ";

    private final JdbcClient jdbc;

    RoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param closesAt null for a daily round, whose people have windows of their own
     */
    record Round(long id, LocalDate day, Instant startedAt, @Nullable Instant closesAt) {}

    /** By the database's clock. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The day's round; made if there is none. */
    Round daily(LocalDate day) {
        return findDaily(day)
                .orElseGet(() -> {
                    jdbc.sql(
                                    """
                                    insert into round (kind, day, started_by)
                                    values ('DAILY', :day, :by)
                                    on conflict (day) where kind = 'DAILY' do nothing
                                    """)
                            .param("day", day)
                            .param("by", Actor.SYSTEM.value())
                            .update();
                    return findDaily(day).orElseThrow();
                });
    }

    private Optional<Round> findDaily(LocalDate day) {
        return jdbc.sql(ROUND + "where kind = 'DAILY' and day = :day")
                .param("day", day)
                .query((row, _) -> round(row))
                .optional();
    }

    long startExtra(LocalDate day, String reason, Actor by, Duration lasts, Selection selection) {
        return jdbc.sql(
                        """
                        insert into round (kind, day, started_by, reason, closes_at,
                            people, committees, categories, risks)
                        values ('EXTRA', :day, :by, :reason,
                            clock_timestamp() + make_interval(secs => :lasts),
                            :people, :committees, :categories, :risks)
                        returning id
                        """)
                .param("day", day)
                .param("by", by.value())
                .param("reason", reason)
                .param("lasts", lasts.toSeconds())
                .param("people", numbers(selection.people()))
                .param("committees", numbers(selection.committees()))
                .param("categories", texts(selection.categories()))
                .param("risks", texts(selection.risks()))
                .query(Long.class)
                .single();
    }

    /** The oldest extra round in which not everybody has a check yet. */
    Optional<Round> unplannedExtra() {
        return jdbc.sql(ROUND + "where planned_at is null and kind = 'EXTRA' order by id limit 1")
                .query((row, _) -> round(row))
                .optional();
    }

    void planned(Round round) {
        jdbc.sql(
                        """
                        update round set planned_at = clock_timestamp()
                        where id = :id and planned_at is null
                        """)
                .param("id", round.id())
                .update();
    }

    private static Round round(ResultSet row) throws SQLException {
        var closes = row.getObject("closes_at", OffsetDateTime.class);
        return new Round(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                closes == null ? null : closes.toInstant());
    }

    private static Long @Nullable [] numbers(@Nullable Collection<Long> set) {
        return set == null ? null : set.toArray(Long[]::new);
    }

    private static String @Nullable [] texts(@Nullable Collection<String> set) {
        return set == null ? null : set.toArray(String[]::new);
    }
}
