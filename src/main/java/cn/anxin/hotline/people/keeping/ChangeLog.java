package cn.anxin.hotline.people.keeping;

import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each change of a person twice, in the transaction of the change: into the journal, which
 * says who changed what and holds no value, and with the reason and the old values, sealed, into
 * the person's history.
 */
final class ChangeLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Seal seal;

    ChangeLog(JdbcClient jdbc, Journal journal, Seal seal) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.seal = seal;
    }

    /**
     * @param version that the change led to
     * @param before the old values of what changed, by field
     */
    record Logged(long person, int version, Map<String, String> before) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            long id,
            long personId,
            int version,
            List<String> fields,
            byte[] reason,
            byte @Nullable [] before) {}

    void write(ChangeKind kind, List<Logged> changes, Because because) {
        var ids = Ids.next(jdbc, "person_change", changes.size());
        var rows = new ArrayList<Row>();
        var entries = new ArrayList<Entry>();
        for (int place = 0; place < changes.size(); place++) {
            var change = changes.get(place);
            rows.add(row(ids.get(place), change, because));
            entries.add(entry(kind, ids.get(place), change, because));
        }
        jdbc.sql(
                        """
                        insert into person_change
                            (id, person_id, actor, version, kind, fields, reason, before)
                        overriding system value
                        select id, person_id, :actor, version, :kind, fields,
                            decode(reason, 'base64'), decode(before, 'base64')
                        from jsonb_to_recordset(cast(:changes as jsonb)) as change
                            (id bigint, person_id bigint, version int, fields text[], reason text,
                             before text)
                        """)
                .param("actor", because.by().value())
                .param("kind", kind.name())
                .param("changes", JSON.writeValueAsString(rows))
                .update();
        journal.write(entries);
    }

    private Row row(long id, Logged change, Because because) {
        return new Row(
                id,
                change.person(),
                change.version(),
                List.copyOf(change.before().keySet()),
                seal.seal(PeopleColumns.CHANGE_REASON, id, because.reason()),
                change.before().isEmpty()
                        ? null
                        : seal.seal(
                                PeopleColumns.CHANGE_BEFORE,
                                id,
                                JSON.writeValueAsString(change.before())));
    }

    private static Entry entry(ChangeKind kind, long id, Logged change, Because because) {
        var entry =
                Entry.of(kind.journalled(), because.by())
                        .about(change.person())
                        .with("change", Long.toString(id));
        return change.before().isEmpty()
                ? entry
                : entry.with("fields", String.join(" ", change.before().keySet()));
    }
}
