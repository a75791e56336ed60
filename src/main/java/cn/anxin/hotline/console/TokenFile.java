package cn.anxin.hotline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret in a file that only its owner may read; there from the moment it is complete. */
record TokenFile(Path path) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;

    /**
     * What stands there already, so that programs keep their access over a restart; a new one if
     * there is none, or something else.
     *
     * @throws UncheckedIOException if it can be neither read nor written
     */
    String readOrMake() {
        try {
            var there = read();
            if (there.isPresent()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                return there.get();
            }
            return make();
        } catch (IOException e) {
            throw new UncheckedIOException("hotline.home: no token could be kept at " + path, e);
        }
    }

    private Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(path).strip())
                    .filter(text -> FORM.matcher(text).matches());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private String make() throws IOException {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var folder = Files.createDirectories(path.toAbsolutePath().getParent());
        // createTempFile gives mode 600
        var unfinished = Files.createTempFile(folder, ".api-token", "");
        try {
            Files.writeString(unfinished, token + "\n");
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return token;
    }
}
