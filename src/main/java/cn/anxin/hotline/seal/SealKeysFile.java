package cn.anxin.hotline.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in a file that only its owner may read; there from the moment it is complete. */
record SealKeysFile(Path path) {
    private static final Logger log = LoggerFactory.getLogger(SealKeysFile.class);
    private static final long LARGEST = 1 << 20;

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * @throws SealFailed if it cannot be read or holds no keys
     */
    SealKeys read() {
        try {
            if (Files.size(path) > LARGEST) {
                throw new SealFailed("no keys are in " + path);
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return SealKeys.of(Files.readString(path));
        } catch (IOException e) {
            throw new SealFailed("the keys cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            throw new SealFailed("no keys are in " + path);
        }
    }

    /** For a database in which nothing is sealed yet. */
    SealKeys make() {
        var keys = SealKeys.fresh();
        write(keys);
        log.warn(
                "New keys for numbers, addresses and notes are in {}. Keep a copy of that file"
                        + " somewhere else, never with the copies of the database: whoever loses it"
                        + " loses them all",
                path);
        return keys;
    }

    void write(SealKeys keys) {
        try {
            var folder = Files.createDirectories(path.toAbsolutePath().getParent());
            // createTempFile gives mode 600
            var unfinished = Files.createTempFile(folder, ".seal-keys", "");
            try {
                Files.writeString(unfinished, keys.json() + "\n");
                Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new SealFailed("the keys cannot be kept: " + e);
        }
    }
}
