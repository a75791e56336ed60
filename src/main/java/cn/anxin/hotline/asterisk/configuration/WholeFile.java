package cn.anxin.hotline.asterisk.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file so that a reader finds the old text or the new one, never a part. */
final class WholeFile {

    private WholeFile() {}

    /**
     * Readable by its owner alone: every file of ours knows a secret, a number or the way to one.
     */
    static void write(Path file, String text) throws IOException {
        var parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        // created with mode 600
        var draft = Files.createTempFile(parent, ".", ".draft");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A folder for its owner alone. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
