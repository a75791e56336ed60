package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service's own PostgreSQL, for what no telephone and no screen could tell. */
public final class Database {
    private static final int PORT_LINE = 3;
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

    /** The postmaster and every process it has. */
    public ProcessHandle process() {
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }
}
