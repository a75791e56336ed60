package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why incidents were opened, or joined. In the caller's transaction if there is one. */
@Repository
class IncidentCauses {
    private final JdbcClient jdbc;

    IncidentCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long incident, Cause cause, @Nullable CallId call) {
        jdbc.sql(
                        """
                        insert into incident_cause (incident_id, kind, call_id)
                        values (:incident, :kind, :call)
                        """)
                .param("incident", incident)
                .param("kind", cause.name())
                .param("call", call == null ? null : call.value())
                .update();
    }

    /** The calls in which they showed. */
    List<CallId> callsOf(long incident) {
        return jdbc.sql(
                        """
                        select distinct call_id from incident_cause
                        where incident_id = :incident and call_id is not null
                        """)
                .param("incident", incident)
                .query((row, _) -> new CallId(row.getString(1)))
                .list();
    }

    /** The worst of them, of equal ones the latest: what people are told that happened. */
    Optional<Cause> worst(long incident) {
        return jdbc
                .sql("select kind from incident_cause where incident_id = :incident order by at")
                .param("incident", incident)
                .query(Cause.class)
                .list()
                .stream()
                .max((one, other) -> one.severity().compareTo(other.severity()));
    }
}
