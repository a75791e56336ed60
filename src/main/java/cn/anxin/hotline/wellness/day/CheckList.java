package cn.anxin.hotline.wellness;

import cn.anxin.hotline.people.MaskedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the checks of a day. Reads only; any thread. */
@Component
public class CheckList {
    private final JdbcClient jdbc;

    public CheckList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check as screens may show it.
     *
     * @param name masked
     * @param verdict null until the check has ended
     * @param lastResult of the latest attempt; null while that rings, or if there was none
     * @param nextActionAt null once the check has ended
     * @param incidentState of the incident that the check led to, as it stands now
     */
    public record ListedCheck(
            long id,
            long personId,
            String name,
            String committee,
            String state,
            @Nullable String verdict,
            @Nullable String evidence,
            int attemptsMade,
            int attemptsCounted,
            @Nullable String lastResult,
            Instant windowOpensAt,
            Instant windowClosesAt,
            @Nullable Instant nextActionAt,
            @Nullable Instant endedAt,
            @Nullable Long incidentId,
            @Nullable String incidentState) {

        @Override
        public String toString() {
            return "ListedCheck[" + id + "]";
        }
    }

    /**
     * By id.
     *
     * @param after the last id of the page before, 0 for the first
     */
    public List<ListedCheck> page(LocalDate day, long after, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.person_id, person.name, committee.name as committee,
                            c.state, c.verdict, c.evidence, c.attempts_made, c.attempts_counted,
                            (select result from attempt where check_id = c.id
                                order by placed_at desc limit 1) as last_result,
                            c.window_opens_at, c.window_closes_at, c.next_action_at, c.ended_at,
                            c.incident_id, incident.state as incident_state
                        from wellness_check c
                        join person on person.id = c.person_id
                        join committee on committee.id = person.committee_id
                        left join incident on incident.id = c.incident_id
                        where c.day = :day and c.id > :after
                        order by c.id
                        limit :limit
                        """)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    private static ListedCheck item(ResultSet row) throws SQLException {
        var opens = row.getObject("window_opens_at", OffsetDateTime.class);
        var closes = row.getObject("window_closes_at", OffsetDateTime.class);
        return new ListedCheck(
                row.getLong("id"),
                row.getLong("person_id"),
                MaskedName.of(row.getString("name")),
                row.getString("committee"),
                row.getString("state"),
                row.getString("verdict"),
                row.getString("evidence"),
                row.getInt("attempts_made"),
                row.getInt("attempts_counted"),
                row.getString("last_result"),
                opens.toInstant(),
                closes.toInstant(),
                instant(row, "next_action_at"),
                instant(row, "ended_at"),
                row.getObject("incident_id", Long.class),
                row.getString("incident_state"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
