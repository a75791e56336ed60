package cn.anxin.hotline.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of this town: those that seal (AES-256-GCM) and those that hash numbers (HMAC-SHA-256),
 * of each the first among them for whatever is written, and older ones for what was written before.
 * Immutable.
 */
public final class SealKeys {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEALING = "sealing";
    private static final String INDEXING = "indexing";

    private final KeysetHandle sealing;
    private final KeysetHandle indexing;

    private SealKeys(KeysetHandle sealing, KeysetHandle indexing) {
        this.sealing = sealing;
        this.indexing = indexing;
    }

    public static SealKeys fresh() {
        return checked(() -> {
            register();
            return new SealKeys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        });
    }

    /**
     * @throws IllegalArgumentException if the text holds no such keys; it is not quoted
     */
    static SealKeys of(String json) {
        try {
            register();
            var both = (ObjectNode) JSON.readTree(json);
            return new SealKeys(keyset(both, SEALING), keyset(both, INDEXING));
        } catch (GeneralSecurityException
                | JacksonException
                | ClassCastException
                | IllegalArgumentException e) {
            // the cause may quote a key
            throw new IllegalArgumentException("these are no keys");
        }
    }

    /** With a new key of each kind, with which everything is written from now on. */
    SealKeys rotated() {
        return checked(() ->
                new SealKeys(
                        KeysetHandle.newBuilder(sealing)
                                .addEntry(
                                        KeysetHandle.generateEntryFromParameters(
                                                        PredefinedAeadParameters.AES256_GCM)
                                                .withRandomId()
                                                .makePrimary())
                                .build(),
                        KeysetHandle.newBuilder(indexing)
                                .addEntry(
                                        KeysetHandle.generateEntryFromParameters(
                                                        PredefinedPrfParameters.HMAC_SHA256_PRF)
                                                .withRandomId()
                                                .makePrimary())
                                .build()));
    }

    /** Without the older keys, which nothing is written with any more. */
    SealKeys newestOnly() {
        return checked(() -> new SealKeys(onlyPrimary(sealing), onlyPrimary(indexing)));
    }

    /** As the file holds them: whoever reads it reads everything. */
    public String json() {
        return checked(() -> {
            var both = JSON.createObjectNode();
            both.set(SEALING, tree(sealing));
            both.set(INDEXING, tree(indexing));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both);
        });
    }

    Aead aead() {
        return checked(() -> sealing.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    PrfSet hashes() {
        return checked(() -> indexing.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    /** The key with which everything is sealed now. */
    int sealingId() {
        return sealing.getPrimary().getId();
    }

    int indexingId() {
        return indexing.getPrimary().getId();
    }

    Set<Integer> sealingIds() {
        return ids(sealing);
    }

    Set<Integer> indexingIds() {
        return ids(indexing);
    }

    /** Whether there are older keys beside the newest. */
    boolean areSeveral() {
        return sealing.size() > 1 || indexing.size() > 1;
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }

    private static KeysetHandle keyset(ObjectNode both, String name)
            throws GeneralSecurityException {
        var one = both.get(name);
        if (one == null) {
            throw new IllegalArgumentException(name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(one.toString(), InsecureSecretKeyAccess.get());
    }

    private static JsonNode tree(KeysetHandle keyset) throws GeneralSecurityException {
        return JSON.readTree(
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle onlyPrimary(KeysetHandle keyset) throws GeneralSecurityException {
        var primary = keyset.getPrimary();
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.importKey(primary.getKey())
                                .withFixedId(primary.getId())
                                .makePrimary())
                .build();
    }

    private static Set<Integer> ids(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(place -> keyset.getAt(place).getId())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T checked(Made<T> made) {
        try {
            return made.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM and HMAC-SHA-256", e);
        }
    }

    private interface Made<T> {
        T get() throws GeneralSecurityException;
    }

    @Override
    public String toString() {
        return "SealKeys[sealing=" + sealing.size() + ", indexing=" + indexing.size() + "]";
    }
}
