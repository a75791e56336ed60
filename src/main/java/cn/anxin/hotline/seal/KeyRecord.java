package cn.anxin.hotline.seal;

import cn.anxin.hotline.call.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's own record of the keys it was written with: of each a proof, which only that key
 * makes or opens, until nothing is written with it any more.
 */
final class KeyRecord {
    private static final SealedColumn PROOF = new SealedColumn("seal_key", "id", "proof");
    private static final String PROVEN = "anxin";
    private static final PhoneNumber PROVEN_NUMBER = new PhoneNumber("+8610000000000");

    private final JdbcClient jdbc;

    KeyRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Used(int id, Use use, byte[] proof) {}

    enum Use {
        SEALING,
        INDEXING
    }

    /** Whether anything could be sealed here already. */
    boolean isBegun() {
        var there =
                jdbc.sql("select to_regclass('seal_key') is not null")
                        .query(Boolean.class)
                        .single();
        return there && !used().isEmpty();
    }

    /**
     * @throws SealFailed if one of the keys in use is not among these, or is another of its name
     */
    void verify(SealKeys keys, SealKeysFile file) {
        for (var used : used()) {
            if (!opens(keys, used)) {
                throw new SealFailed(
                        "the database is sealed with a key that is not in " + file.path());
            }
        }
    }

    /** From now on these may be written with. */
    void begin(SealKeys keys) {
        begin(keys.sealingId(), Use.SEALING, new Seal(keys).seal(PROOF, keys.sealingId(), PROVEN));
        begin(keys.indexingId(), Use.INDEXING, new BlindIndex(keys).of(PROVEN_NUMBER));
    }

    /** Nothing is written with any other key any more. */
    void retireAllBut(SealKeys keys) {
        jdbc.sql(
                        """
                        update seal_key set retired_at = clock_timestamp()
                        where retired_at is null and id <> all (:newest)
                        """)
                .param("newest", new Integer[] {keys.sealingId(), keys.indexingId()})
                .update();
    }

    private void begin(int id, Use use, byte[] proof) {
        jdbc.sql(
                        """
                        insert into seal_key (id, use, proof) values (:id, :use, :proof)
                        on conflict (id) do update set retired_at = null
                        where seal_key.retired_at is not null
                        """)
                .param("id", id)
                .param("use", use.name())
                .param("proof", proof)
                .update();
    }

    private static boolean opens(SealKeys keys, Used used) {
        return switch (used.use()) {
            case SEALING -> keys.sealingIds().contains(used.id()) && opensProof(keys, used);
            case INDEXING ->
                    keys.indexingIds().contains(used.id())
                            && Arrays.stream(new BlindIndex(keys).ever(PROVEN_NUMBER))
                                    .anyMatch(hash -> Arrays.equals(hash, used.proof()));
        };
    }

    private static boolean opensProof(SealKeys keys, Used used) {
        try {
            return new Seal(keys).open(PROOF, used.id(), used.proof()).equals(PROVEN);
        } catch (WrongSeal e) {
            return false;
        }
    }

    private List<Used> used() {
        return jdbc.sql("select id, use, proof from seal_key where retired_at is null")
                .query((row, _) ->
                        new Used(
                                row.getInt("id"),
                                Use.valueOf(row.getString("use")),
                                row.getBytes("proof")))
                .list();
    }
}
