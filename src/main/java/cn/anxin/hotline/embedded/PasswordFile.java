package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password made by us and readable by our user alone; other users of the machine stay out. */
record PasswordFile(Path path) {
    private static final int BYTES = 24;

    /** Leaves one that is there as it is. */
    void create() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, path);
    }

    String password() throws IOException {
        return Files.readString(path).strip();
    }
}
