package cn.anxin.hotline.cases;

import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the cases (工单), the latest first. Reads only; any thread. */
@Component
public class CaseList {
    private final JdbcClient jdbc;
    private final Seal seal;

    public CaseList(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * A case as screens may show it.
     *
     * @param callBack whether we owe the caller a call
     * @param name masked; null, like the committee, if nobody knows who called
     * @param caller masked; null for a caller who withheld it
     */
    public record ListedCase(
            long id,
            String state,
            String need,
            boolean urgent,
            boolean callBack,
            boolean recorded,
            @Nullable Long personId,
            @Nullable String name,
            @Nullable String committee,
            @Nullable String caller,
            @Nullable String callId,
            Instant openedAt) {

        @Override
        public String toString() {
            return "ListedCase[" + id + "]";
        }
    }

    /**
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first
     */
    public List<ListedCase> page(long before, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.state, c.need, c.urgent, c.call_back,
                            c.recording is not null as recorded, c.person_id, person.name,
                            committee.name as committee, c.caller, c.call_id, c.opened_at
                        from need_case c
                        left join person on person.id = c.person_id
                        left join committee on committee.id = person.committee_id
                        where c.id < :before
                        order by c.id desc
                        limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    private ListedCase item(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var id = row.getLong("id");
        var caller = row.getBytes("caller");
        var opened = row.getObject("opened_at", OffsetDateTime.class);
        return new ListedCase(
                id,
                row.getString("state"),
                row.getString("need"),
                row.getBoolean("urgent"),
                row.getBoolean("call_back"),
                row.getBoolean("recorded"),
                row.getObject("person_id", Long.class),
                name == null ? null : MaskedName.of(name),
                row.getString("committee"),
                caller == null ? null : seal.openNumber(Cases.CALLER, id, caller).masked(),
                row.getString("call_id"),
                opened.toInstant());
    }
}
