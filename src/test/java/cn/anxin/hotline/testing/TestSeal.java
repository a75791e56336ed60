package cn.anxin.hotline.testing;

import cn.anxin.hotline.seal.BlindIndex;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The keys with which every {@link TestDatabase} of this JVM is sealed. */
public final class TestSeal {
    public static final SealKeys KEYS = SealKeys.fresh();
    public static final Seal SEAL = new Seal(KEYS);
    public static final BlindIndex INDEX = new BlindIndex(KEYS);

    /** For {@code hotline.seal.keys}. */
    public static final Path FILE = write();

    private TestSeal() {}

    private static Path write() {
        try {
            var file = Files.createTempFile(Files.createDirectories(Path.of("target")), "seal", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, KEYS.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
