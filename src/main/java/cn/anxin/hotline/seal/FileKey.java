package cn.anxin.hotline.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key of one file alone (AES-256-GCM in segments), to be kept {@link Seal sealed} beside the
 * file's name. When keys change, only these are sealed anew; when one is deleted, no copy of its
 * file says anything any more. Immutable. Redacts itself.
 */
public final class FileKey {
    private final KeysetHandle keys;

    private FileKey(KeysetHandle keys) {
        this.keys = keys;
    }

    public static FileKey fresh() {
        try {
            StreamingAeadConfig.register();
            return new FileKey(
                    KeysetHandle.generateNew(
                            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM and HMAC-SHA-256", e);
        }
    }

    /**
     * @throws IllegalArgumentException if the text is no such key; it is not quoted
     */
    public static FileKey of(String text) {
        try {
            StreamingAeadConfig.register();
            return new FileKey(
                    TinkProtoKeysetFormat.parseKeyset(
                            Base64.getDecoder().decode(text), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // the cause may quote a key
            throw new IllegalArgumentException("this is no key of a file");
        }
    }

    /** Whoever has it reads the file. */
    public String text() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            TinkProtoKeysetFormat.serializeKeyset(
                                    keys, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours that cannot be written", e);
        }
    }

    /**
     * Seals all of it, and closes where it goes.
     *
     * @param name under which alone it opens
     */
    public void seal(InputStream clear, OutputStream sealed, String name) throws IOException {
        try (var sealing = aead().newEncryptingStream(sealed, place(name))) {
            clear.transferTo(sealing);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM cannot fail to seal", e);
        }
    }

    /** The clear content; to read what was not sealed with this key and name fails. */
    public InputStream open(InputStream sealed, String name) throws IOException {
        try {
            return aead().newDecryptingStream(sealed, place(name));
        } catch (GeneralSecurityException e) {
            throw new IOException("not sealed with this key", e);
        }
    }

    private StreamingAead aead() throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] place(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FileKey";
    }
}
