package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service's own PostgreSQL, for what no telephone and no screen could tell. */
public final class Database {
    private static final int PORT_LINE = 3;
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(50);

    private final Path folder;

    Database(Path home) {
        folder = home.resolve("postgres");
    }

    public JdbcClient sql() {
        try {
            var port = Files.readAllLines(pidFile()).get(PORT_LINE).strip();
            var password = Files.readString(folder.resolve("password")).strip();
            return JdbcClient.create(
                    new DriverManagerDataSource(
                            "jdbc:postgresql://127.0.0.1:" + port + "/hotline",
                            "hotline",
                            password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Nobody answers there until the stoppage is closed, and whoever asks is told so at once:
     * killed, and killed again whenever the service has started it anew.
     */
    public AutoCloseable gone() {
        var stop = new AtomicBoolean();
        var killer =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!stop.get()) {
                                postmaster().ifPresent(ProcessHandle::destroyForcibly);
                                LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
                            }
                        });
        return () -> {
            stop.set(true);
            killer.join();
        };
    }

    /** It takes every question and answers none, until the stoppage is closed. */
    public AutoCloseable frozen() {
        var frozen =
                postmaster().stream()
                        .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                        .map(ProcessHandle::pid)
                        .toList();
        frozen.forEach(pid -> Signal.send("STOP", pid));
        return () -> frozen.forEach(pid -> Signal.send("CONT", pid));
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            return ProcessHandle.of(pid);
        } catch (IOException | NoSuchElementException e) {
            // between two lives
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }
}
