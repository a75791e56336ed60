package cn.anxin.hotline.recordings;

import cn.anxin.hotline.seal.FileKey;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which recordings there are, and the key of each one's file: without its row a file says nothing.
 */
@Component
class RecordingTable implements HoldsSealed {
    private static final SealedColumn KEY = new SealedColumn("recording", "id", "file_key");

    private final JdbcClient jdbc;
    private final Seal seal;

    RecordingTable(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(KEY);
    }

    record Sealed(long id, FileKey key) {}

    record Due(long id, String kind, String callId) {}

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('recording', 'id'))")
                .query(Long.class)
                .single();
    }

    /** In place of an earlier one of that name, whose file is named if there was one. */
    Optional<Long> replace(RecordingId recording, long id, FileKey key, Instant recordedAt) {
        var before =
                jdbc.sql(
                                "delete from recording where kind = :kind and call_id = :call returning id")
                        .param("kind", recording.kind().name())
                        .param("call", recording.call().value())
                        .query(Long.class)
                        .optional();
        jdbc.sql(
                        """
                        insert into recording (id, kind, call_id, file_key, recorded_at)
                        overriding system value values (:id, :kind, :call, :key, :recordedAt)
                        """)
                .param("id", id)
                .param("kind", recording.kind().name())
                .param("call", recording.call().value())
                .param("key", seal.seal(KEY, id, key.text()))
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .update();
        return before;
    }

    /** Empty too once it is deleted. */
    Optional<Sealed> find(RecordingId recording) {
        return jdbc.sql(
                        """
                        select id, file_key from recording
                        where kind = :kind and call_id = :call and deleted_at is null
                        """)
                .param("kind", recording.kind().name())
                .param("call", recording.call().value())
                .query((row, _) -> {
                    var id = row.getLong("id");
                    return new Sealed(id, FileKey.of(seal.open(KEY, id, row.getBytes("file_key"))));
                })
                .optional();
    }

    /** Those that were made so long ago, locked for this transaction. */
    List<Due> due(Duration keep, int limit) {
        return jdbc.sql(
                        """
                        select id, kind, call_id from recording
                        where deleted_at is null
                            and recorded_at <= now() - make_interval(secs => :keep)
                        order by recorded_at
                        limit :limit
                        for update skip locked
                        """)
                .param("keep", keep.toSeconds())
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    /** That it was there stays known; its key does not. */
    void delete(long id) {
        jdbc.sql(
                        """
                        update recording set file_key = null, deleted_at = clock_timestamp()
                        where id = :id
                        """)
                .param("id", id)
                .update();
    }

    Set<Long> kept(List<Long> ids) {
        return jdbc.sql("select id from recording where id = any (:ids) and deleted_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }
}
