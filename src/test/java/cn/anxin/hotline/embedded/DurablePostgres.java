package cn.anxin.hotline.embedded;

import cn.anxin.hotline.testing.TestCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL as the service starts it, with every commit on disk: for figures that are true. */
public final class DurablePostgres implements AutoCloseable {
    private static final EmbeddedSettings SETTINGS =
            new EmbeddedSettings(TestCache.directory(), 0, 0, Duration.ofSeconds(60));

    private final PostgresServer server;

    private DurablePostgres(PostgresServer server) {
        this.server = server;
    }

    public static DurablePostgres start(Path home) throws InterruptedException {
        var server = new PostgresServer(home, SETTINGS);
        server.start();
        return new DurablePostgres(server);
    }

    /** As Spring's properties. */
    public Map<String, String> address() throws IOException {
        return server.address();
    }

    @Override
    public void close() throws InterruptedException {
        server.stop();
    }
}
