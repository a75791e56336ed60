package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.wellness.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages through the roster of a day, each person once: of a day that is over as it was kept, else
 * as things stand. Reads only; any thread.
 */
@Component
public class PeopleOfTheDay {
    /** Nobody has yet said of them that they are well, or where they are. */
    private static final String OPEN =
            "(standing = 'OPEN' or (standing = 'ESCALATED' and outcome is null))";

    private final JdbcClient jdbc;
    private final DaySummaries summaries;

    public PeopleOfTheDay(JdbcClient jdbc, DaySummaries summaries) {
        this.jdbc = jdbc;
        this.summaries = summaries;
    }

    public enum Who {
        EVERYBODY,
        /** Still being rung, or with an incident that is not settled. */
        STILL_OPEN
    }

    /**
     * Redacts itself.
     *
     * @param name in clear, of the person as of the volunteer
     * @param method the kind of evidence; null unless the check ended by some
     * @param endedBy who stands for it, as the journal names them
     * @param attempts what they came to, in their order
     * @param maybeMachines how many of them something rather than somebody may have answered
     * @param incident its outcome if it is settled, else its state
     * @param withWhom who has it in hand, as the journal names them; null: nobody yet
     */
    public record PersonOfTheDay(
            long personId,
            String name,
            String committee,
            List<String> categories,
            @Nullable String volunteer,
            String standing,
            @Nullable Method method,
            @Nullable String evidence,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            List<String> attempts,
            int maybeMachines,
            @Nullable Long incidentId,
            @Nullable String incident,
            @Nullable String withWhom) {

        @Override
        public String toString() {
            return "PersonOfTheDay[" + personId + "]";
        }
    }

    /**
     * By person.
     *
     * @param after the last id of the page before, 0 for the first
     */
    public List<PersonOfTheDay> page(LocalDate day, Who who, long after, int limit) {
        return page(summaries.rows(day), who, after, limit);
    }

    List<PersonOfTheDay> page(DayRows rows, Who who, long after, int limit) {
        return rows.query(
                        jdbc,
                        """
                        select person_day.*, person.name, volunteer.name as volunteer
                        from person_day
                        join person on person.id = person_id
                        left join volunteer on volunteer.id = volunteer_id
                        where person_id > :after and (:everybody or %s)
                        order by person_id
                        limit :limit
                        """
                                .formatted(OPEN))
                .param("after", after)
                .param("everybody", who == Who.EVERYBODY)
                .param("limit", limit)
                .query((row, _) -> person(row))
                .list();
    }

    private static PersonOfTheDay person(ResultSet row) throws SQLException {
        var method = row.getString("method");
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        var outcome = row.getString("outcome");
        return new PersonOfTheDay(
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("committee"),
                List.of((String[]) row.getArray("categories").getArray()),
                row.getString("volunteer"),
                row.getString("standing"),
                method == null ? null : Method.valueOf(method),
                row.getString("evidence"),
                row.getString("ended_by"),
                endedAt == null ? null : endedAt.toInstant(),
                List.of((String[]) row.getArray("attempts").getArray()),
                row.getInt("maybe_machines"),
                row.getObject("incident_id", Long.class),
                outcome == null ? row.getString("incident_state") : outcome,
                row.getString("with_whom"));
    }
}
