package cn.anxin.hotline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An empty place for a benchmark's databases, gone after it. */
record BenchmarkHome(Path path) implements AutoCloseable {

    BenchmarkHome() throws IOException {
        this(Files.createTempDirectory("hotline-benchmark"));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
