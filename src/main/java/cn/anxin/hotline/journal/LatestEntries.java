package cn.anxin.hotline.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened last, the latest first, without the details, which may be personal. Any thread. */
@Component
public class LatestEntries {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    public LatestEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param actor as {@link Actor} writes it
     */
    public record Item(
            long id,
            Instant at,
            String kind,
            String actor,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            @Nullable String callId) {}

    /**
     * @param limit 1 to 500; more gives 500
     */
    public List<Item> latest(int limit) {
        return jdbc.sql(
                        """
                        select id, at, kind, actor, person_id, incident_id, case_id, call_id
                        from journal
                        order by id desc
                        limit :limit
                        """)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, _) ->
                        new Item(
                                row.getLong("id"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("kind"),
                                row.getString("actor"),
                                row.getObject("person_id", Long.class),
                                row.getObject("incident_id", Long.class),
                                row.getObject("case_id", Long.class),
                                row.getString("call_id")))
                .list();
    }
}
