package cn.anxin.hotline.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * initdb, pg_ctl and postgres, out of the archive on our class path. We run them ourselves: the
 * archive's own library is made for tests, where a database may be lost.
 */
final class PostgresPrograms {
    private final Path directory;

    private PostgresPrograms(Path directory) {
        this.directory = directory;
    }

    /** Unpacked into the cache at most once, under a name that changes with their content. */
    static PostgresPrograms unpackedIn(Path cache) throws IOException, InterruptedException {
        var archive = archive();
        var directory = cache.resolve("postgresql-" + digest(archive));
        if (!Files.exists(directory)) {
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "postgresql-");
            untar(archive, fresh);
            try {
                Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FileSystemUtils.deleteRecursively(fresh);
                if (!Files.exists(directory)) {
                    throw e;
                }
            }
        }
        return new PostgresPrograms(directory);
    }

    String path(String program) {
        return directory.resolve("bin").resolve(program).toString();
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it runs as nobody. */
    static List<String> asOrdinaryUser(String... command) {
        return isRoot()
                ? Stream.concat(Stream.of("unshare", "--user"), Stream.of(command)).toList()
                : List.of(command);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] archive() throws IOException {
        try (var archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        System.getProperty("os.name"), System.getProperty("os.arch"))) {
            return archive.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void untar(byte[] archive, Path directory)
            throws IOException, InterruptedException {
        var tar = new ProcessBuilder("tar", "-x", "-C", directory.toString()).inheritIO();
        tar.redirectInput(ProcessBuilder.Redirect.PIPE);
        var process = tar.start();
        try (var unpacked = new XZInputStream(new ByteArrayInputStream(archive));
                var stdin = process.getOutputStream()) {
            unpacked.transferTo(stdin);
        }
        if (process.waitFor() != 0) {
            throw new IOException("tar could not unpack PostgreSQL into " + directory);
        }
    }
}
