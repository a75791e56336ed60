package cn.anxin.hotline.wellness.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds, daily and extra, and what each came to. Reads only; any thread. */
@Component
public class RoundList {
    private static final String ROUND =
            """
            select id, kind, day, reason, started_by, started_at, closes_at, people, committees,
                categories, risks,
                case when planned_at is null then 'PLANNING'
                    when exists (select from wellness_check
                        where round_id = round.id and state <> 'ENDED') then 'OPEN'
                    else 'OVER' end as state
            from round
            """;

    private final JdbcClient jdbc;

    public RoundList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public enum Kind {
        DAILY,
        EXTRA
    }

    public enum State {
        /** Its people are still being given their checks. */
        PLANNING,
        /** Somebody is being rung, or about to be rung. */
        OPEN,
        OVER
    }

    /**
     * @param reason null for a daily one, like all that follows
     * @param people whom it rings: those in all of the lists that are given
     */
    public record ListedRound(
            long id,
            Kind kind,
            State state,
            LocalDate day,
            String startedBy,
            Instant startedAt,
            @Nullable String reason,
            @Nullable Instant closesAt,
            @Nullable List<Long> people,
            @Nullable List<Long> committees,
            @Nullable List<String> categories,
            @Nullable List<String> risks) {}

    /**
     * The latest first.
     *
     * @param before the last id of the page before
     */
    public List<ListedRound> page(long before, int limit) {
        return jdbc.sql(ROUND + "where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> round(row))
                .list();
    }

    public Optional<ListedRound> find(long id) {
        return jdbc.sql(ROUND + "where id = :id")
                .param("id", id)
                .query((row, _) -> round(row))
                .optional();
    }

    /** Where those stand who have a check in the round. */
    public Totals totals(long id) {
        return jdbc.sql(
                        """
                        with standing as (
                            select %s as standing from wellness_check c where round_id = :id
                        )
                        select %s from standing
                        """
                                .formatted(Totals.STANDING, Totals.COLUMNS))
                .param("id", id)
                .query((row, _) -> Totals.of(row))
                .single();
    }

    private static ListedRound round(ResultSet row) throws SQLException {
        var closes = row.getObject("closes_at", OffsetDateTime.class);
        return new ListedRound(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getObject("day", LocalDate.class),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                closes == null ? null : closes.toInstant(),
                numbers(row, "people"),
                numbers(row, "committees"),
                texts(row, "categories"),
                texts(row, "risks"));
    }

    private static @Nullable List<Long> numbers(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((Long[]) array.getArray());
    }

    private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
