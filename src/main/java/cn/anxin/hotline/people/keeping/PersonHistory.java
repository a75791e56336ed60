package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was changed in a person's record, by whom and why. Reads only; any thread. */
@Component
public class PersonHistory {
    private static final int LARGEST_PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Seal seal;

    public PersonHistory(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * Redacts itself.
     *
     * @param version that it led to
     * @param actor as {@link cn.anxin.hotline.journal.Actor} writes it
     * @param fields that changed
     * @param before what stood in them, in clear
     */
    public record Item(
            long id,
            Instant at,
            ChangeKind kind,
            int version,
            String actor,
            String reason,
            List<String> fields,
            Map<String, String> before) {

        @Override
        public String toString() {
            return "PersonHistory.Item[" + id + "]";
        }
    }

    /**
     * The latest first.
     *
     * @param beforeId the last id of the page before; {@link Long#MAX_VALUE} for the first
     * @param limit 1 to 500; more gives 500
     */
    public List<Item> page(long personId, long beforeId, int limit) {
        return jdbc.sql(
                        """
                        select id, at, kind, version, actor, reason, fields, before
                        from person_change
                        where person_id = :person and id < :beforeId
                        order by id desc
                        limit :limit
                        """)
                .param("person", personId)
                .param("beforeId", beforeId)
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query((row, _) -> item(row))
                .list();
    }

    private Item item(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var before = row.getBytes("before");
        return new Item(
                id,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ChangeKind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("actor"),
                seal.open(PeopleColumns.CHANGE_REASON, id, row.getBytes("reason")),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                before == null
                        ? Map.of()
                        : JSON.readValue(
                                seal.open(PeopleColumns.CHANGE_BEFORE, id, before),
                                new TypeReference<Map<String, String>>() {}));
    }
}
