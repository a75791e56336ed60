package cn.anxin.hotline.escalation.list;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.escalation.list.ListedIncident.ListedCause;
import cn.anxin.hotline.escalation.list.ListedIncident.Ring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why incidents were opened and whom they rang last, oldest first, by incident. */
@Repository
class IncidentHistory {
    /** An incident that nobody takes rings all night; the latest rings say what matters. */
    private static final int MOST_RINGS = 50;

    private final JdbcClient jdbc;

    IncidentHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Of<T>(long incidentId, T what) {}

    Map<Long, List<ListedCause>> causes(Collection<Long> incidents) {
        return byIncident(
                jdbc.sql(
                                """
                                select incident_id, kind, call_id, at
                                from incident_cause
                                where incident_id = any(:incidents)
                                order by at
                                """)
                        .param("incidents", incidents.toArray(Long[]::new))
                        .query((row, _) -> new Of<>(row.getLong("incident_id"), cause(row)))
                        .list());
    }

    Map<Long, List<Ring>> rings(Collection<Long> incidents) {
        return byIncident(
                jdbc.sql(
                                """
                                select c.incident_id, c.call_id, c.kind, c.step, c.contact, c.role,
                                    c.placed_at, c.answer, c.outcome, c.ended_at
                                from unnest(:incidents) as wanted (id)
                                cross join lateral (
                                    select * from escalation_call
                                    where incident_id = wanted.id
                                    order by step desc, placed_at desc
                                    limit :most
                                ) c
                                order by c.step, c.placed_at
                                """)
                        .param("incidents", incidents.toArray(Long[]::new))
                        .param("most", MOST_RINGS)
                        .query((row, _) -> new Of<>(row.getLong("incident_id"), ring(row)))
                        .list());
    }

    private static <T> Map<Long, List<T>> byIncident(List<Of<T>> rows) {
        return rows.stream().collect(groupingBy(Of::incidentId, mapping(Of::what, toList())));
    }

    private static ListedCause cause(ResultSet row) throws SQLException {
        return new ListedCause(
                Cause.valueOf(row.getString("kind")),
                row.getString("call_id"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Ring ring(ResultSet row) throws SQLException {
        return new Ring(
                row.getString("call_id"),
                row.getString("kind"),
                row.getInt("step"),
                row.getString("contact"),
                null,
                Role.valueOf(row.getString("role")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                row.getString("outcome"),
                IncidentRow.instant(row, "ended_at"));
    }
}
