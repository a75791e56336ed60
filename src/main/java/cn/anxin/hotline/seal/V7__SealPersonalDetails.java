package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.PhoneNumber;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Seals what earlier versions kept in clear, all in one transaction. Every table is written anew at
 * the end, so that its files keep no clear value either. Table names are those of that day: later
 * renamings do not reach a migration.
 */
@Component
public final class V7__SealPersonalDetails extends BaseJavaMigration {
    private static final int ROWS_A_BATCH = 1000;

    private final SealKeys keys;
    private final Seal seal;
    private final BlindIndex index;

    public V7__SealPersonalDetails(SealKeys keys) {
        this.keys = keys;
        this.seal = new Seal(keys);
        this.index = new BlindIndex(keys);
    }

    private record Row(Object row, String clear) {}

    @Override
    public void migrate(Context context) {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        jdbc.setFetchSize(ROWS_A_BATCH);
        recordKeys(jdbc);
        separateDutyPhones(jdbc);
        sealTexts(jdbc, new SealedColumn("person", "id", "address"));
        sealTexts(jdbc, new SealedColumn("person", "id", "note"));
        sealTexts(jdbc, new SealedColumn("incident", "id", "note"));
        sealNumbers(jdbc, new SealedColumn("person_number", "person_id", "number", "number_index"));
        sealNumbers(jdbc, new SealedColumn("volunteer", "id", "number", "number_index"));
        sealTexts(jdbc, new SealedColumn("call_record", "call_id", "party"));
        sealTexts(jdbc, new SealedColumn("attempt", "call_id", "number"));
        sealTexts(jdbc, new SealedColumn("need_case", "id", "caller"));
        jdbc.execute(
                """
                alter table person_number add unique (person_id, number_index);
                create index person_number_by_number on person_number (number_index);
                alter table volunteer add unique (number_index);
                alter table attempt alter column number set not null;
                """);
        for (var table :
                List.of(
                        "person",
                        "person_number",
                        "volunteer",
                        "incident",
                        "call_record",
                        "attempt",
                        "need_case")) {
            // writes the table anew, without what its dropped columns held
            jdbc.execute("cluster %s using %s_pkey".formatted(table, table));
        }
    }

    private void recordKeys(JdbcTemplate jdbc) {
        jdbc.execute(
                """
                create table seal_key (
                    id         int primary key,
                    use        text        not null check (use in ('SEALING', 'INDEXING')),
                    -- which only this key makes or opens
                    proof      bytea       not null,
                    used_from  timestamptz not null default clock_timestamp(),
                    -- nothing is written with it any more
                    retired_at timestamptz
                )
                """);
        new KeyRecord(JdbcClient.create(jdbc)).begin(keys);
    }

    /** A call went to a number or to a duty phone, and both stood in one column. */
    private static void separateDutyPhones(JdbcTemplate jdbc) {
        jdbc.execute(
                """
                alter table call_record add duty_phone text;
                update call_record set duty_phone = party, party = null where party not like '+%';
                """);
    }

    private void sealTexts(JdbcTemplate jdbc, SealedColumn column) {
        alter(jdbc, column, "alter table %1$s rename %2$s to clear_%2$s");
        alter(jdbc, column, "alter table %1$s add %2$s bytea");
        inBatches(
                jdbc,
                column,
                some ->
                        jdbc.batchUpdate(
                                "update %s set %s = ? where %s = ?"
                                        .formatted(column.table(), column.column(), column.row()),
                                some.stream()
                                        .map(row ->
                                                new Object[] {
                                                    seal.seal(column, row.row(), row.clear()),
                                                    row.row()
                                                })
                                        .toList()));
        alter(jdbc, column, "alter table %1$s drop clear_%2$s");
    }

    private void sealNumbers(JdbcTemplate jdbc, SealedColumn column) {
        alter(jdbc, column, "alter table %1$s rename %2$s to clear_%2$s");
        alter(jdbc, column, "alter table %1$s add %2$s bytea, add number_index bytea");
        inBatches(
                jdbc,
                column,
                some ->
                        jdbc.batchUpdate(
                                """
                                update %s set number = ?, number_index = ?
                                where %s = ? and clear_number = ?
                                """
                                        .formatted(column.table(), column.row()),
                                some.stream().map(row -> sealedNumber(column, row)).toList()));
        alter(jdbc, column, "alter table %1$s drop clear_%2$s");
        alter(
                jdbc,
                column,
                "alter table %1$s alter %2$s set not null, alter number_index set not null");
    }

    private Object[] sealedNumber(SealedColumn column, Row row) {
        var number = new PhoneNumber(row.clear());
        return new Object[] {
            seal.sealNumber(column, row.row(), number), index.of(number), row.row(), row.clear()
        };
    }

    private static void inBatches(JdbcTemplate jdbc, SealedColumn column, Batch seal) {
        var some = new ArrayList<Row>();
        jdbc.query(
                "select %1$s, clear_%2$s from %3$s where clear_%2$s <> ''"
                        .formatted(column.row(), column.column(), column.table()),
                (ResultSet row) -> {
                    some.add(new Row(row.getObject(1), row.getString(2)));
                    if (some.size() == ROWS_A_BATCH) {
                        seal.seal(some);
                        some.clear();
                    }
                });
        if (!some.isEmpty()) {
            seal.seal(some);
        }
    }

    private static void alter(JdbcTemplate jdbc, SealedColumn column, String statement) {
        jdbc.execute(statement.formatted(column.table(), column.column()));
    }

    private interface Batch {
        void seal(List<Row> rows);
    }
}
