package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.DueWork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves everything to the newest keys, some rows a sweep, column by column, when there are older
 * keys beside them. What it has done it need not remember: a restart goes through all of it again
 * and finds little. When a whole turn finds nothing more, the older keys may go.
 */
@Component
class Resealing implements DueWork {
    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    /** At a sweep a second a twentieth of a processor; a million rows take half an hour. */
    private static final int ROWS_A_SWEEP = 500;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SealKeys keys;
    private final Seal seal;
    private final BlindIndex index;
    private final KeyRecord record;
    private final List<SealedColumn> columns;
    private int column;
    private @Nullable Object after;
    private long moved;
    private boolean done;

    Resealing(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            SealKeys keys,
            Seal seal,
            BlindIndex index,
            KeyRecord record,
            List<HoldsSealed> rooms) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.seal = seal;
        this.index = index;
        this.record = record;
        this.columns = rooms.stream().flatMap(room -> room.sealedColumns().stream()).toList();
        this.done = !keys.areSeveral();
    }

    private record Stored(Object row, byte[] sealed, byte @Nullable [] hash) {}

    @Override
    public String name() {
        return "resealing";
    }

    /** In no hurry: whatever is left waits for the next interval, and calls go first. */
    @Override
    public int sweep(int limit) {
        if (done) {
            return 0;
        }
        if (column == columns.size()) {
            endTurn();
        } else {
            transaction.executeWithoutResult(_ -> moveSome(columns.get(column)));
        }
        return 0;
    }

    private void endTurn() {
        log.info("{} values were sealed anew", moved);
        if (moved == 0) {
            record.retireAllBut(keys);
            done = true;
            log.info("Everything is sealed with the newest keys; the older ones may be removed");
        }
        column = 0;
        moved = 0;
    }

    private void moveSome(SealedColumn of) {
        var rows = page(of);
        rows.forEach(row -> move(of, row));
        if (rows.isEmpty()) {
            column++;
            after = null;
        } else {
            after = rows.getLast().row();
        }
    }

    /** With ties, so that a page never ends between two rows of one owner. */
    private List<Stored> page(SealedColumn of) {
        var sql =
                """
                select %1$s, %2$s, %3$s from %4$s
                where %2$s is not null %5$s
                order by %1$s fetch first %6$d rows with ties
                """
                        .formatted(
                                of.row(),
                                of.column(),
                                of.index() == null ? "null::bytea" : of.index(),
                                of.table(),
                                after == null ? "" : "and " + of.row() + " > ?",
                                ROWS_A_SWEEP);
        return jdbc.query(
                sql,
                (row, _) -> new Stored(row.getObject(1), row.getBytes(2), row.getBytes(3)),
                after == null ? new Object[] {} : new Object[] {after});
    }

    /** Whatever is changed meanwhile is sealed with the newest key by whoever changes it. */
    private void move(SealedColumn of, Stored stored) {
        var text = seal.open(of, stored.row(), stored.sealed());
        var hash = of.index() == null ? null : index.of(new PhoneNumber(text));
        if (seal.isNewest(stored.sealed()) && Arrays.equals(hash, stored.hash())) {
            return;
        }
        var values = new ArrayList<Object>();
        values.add(seal.seal(of, stored.row(), text));
        if (hash != null) {
            values.add(hash);
        }
        values.add(stored.row());
        values.add(stored.sealed());
        moved +=
                jdbc.update(
                        "update %1$s set %2$s = ?%3$s where %4$s = ? and %2$s = ?"
                                .formatted(
                                        of.table(),
                                        of.column(),
                                        hash == null ? "" : ", " + of.index() + " = ?",
                                        of.row()),
                        values.toArray());
    }
}
