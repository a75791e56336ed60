package cn.anxin.hotline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** Where a benchmark's databases keep their files. */
public final class BenchmarkHome {

    private BenchmarkHome() {}

    /**
     * Empty, and gone when the process ends: of what Spring does then, what was asked for first is
     * done last, and databases started later have stopped by then.
     */
    public static Path fresh() throws IOException {
        var home = Files.createTempDirectory("hotline-benchmark");
        SpringApplication.getShutdownHandlers().add(() -> delete(home));
        return home;
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
