package cn.anxin.hotline.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened last, the latest first, without details that may be personal. Any thread. */
@Component
public class LatestEntries {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    public LatestEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param actor as {@link Actor} writes it
     * @param word what it came to, in one code word or number; null if it has none
     * @param calledVolunteer whom the call rang, if it rang a volunteer
     * @param calledDesk the duty phone that the call rang, if it rang one
     */
    public record Item(
            long id,
            Instant at,
            String kind,
            String actor,
            @Nullable String word,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            @Nullable Long calledVolunteer,
            @Nullable String calledDesk) {}

    /**
     * @param passedOver kinds that are left out
     * @param limit 1 to 500; more gives 500
     */
    public List<Item> latest(Set<String> passedOver, int limit) {
        return jdbc.sql(
                        """
                        select j.id, j.at, j.kind, j.actor, j.person_id, j.incident_id, j.case_id,
                            substring(
                                coalesce(
                                    j.detail ->> 'result', j.detail ->> 'outcome',
                                    j.detail ->> 'cause', j.detail ->> 'need',
                                    j.detail ->> 'checks', j.detail ->> 'added')
                                from '^[A-Z_0-9]{1,40}$') as word,
                            c.volunteer_id as called_volunteer,
                            c.duty_phone as called_desk
                        from journal j
                        left join call_record c
                            on c.call_id = j.call_id and c.purpose = 'ESCALATION'
                        where j.kind <> all (:passedOver)
                        order by j.id desc
                        limit :limit
                        """)
                .param("passedOver", passedOver.toArray(String[]::new))
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, _) -> item(row))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("word"),
                row.getObject("person_id", Long.class),
                row.getObject("incident_id", Long.class),
                row.getObject("case_id", Long.class),
                row.getObject("called_volunteer", Long.class),
                row.getString("called_desk"));
    }
}
