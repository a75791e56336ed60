package cn.anxin.hotline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.testing.TestCache;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class RedisServerTest {
    private static final EmbeddedSettings SETTINGS =
            new EmbeddedSettings(TestCache.directory(), 0, 0, Duration.ofSeconds(60));

    @TempDir private Path home;
    private RedisServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RedisServer(home, SETTINGS);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        assertThat(server.runs()).isFalse();
    }

    @Test
    void itKeepsWhatItWasToldOverARestart() throws Exception {
        try (var redis = client()) {
            redis.set("call", "ringing");
        }
        server.stop();
        server.start();

        try (var redis = client()) {
            assertThat(redis.get("call")).isEqualTo("ringing");
        }
    }

    @Test
    void aNewServiceFindsTheOneThatAKilledServiceLeft() throws Exception {
        var left = process();

        var found = new RedisServer(home, SETTINGS);
        found.start();

        assertThat(process()).isEqualTo(left);
        assertThat(found.address()).isEqualTo(server.address());
    }

    @Test
    void onlyWhoCanReadOurFilesIsAnswered() throws Exception {
        var port = URI.create(url()).getPort();

        assertThat(new RedisPing(port, "guess").answered()).isFalse();
        assertThat(Files.getPosixFilePermissions(home.resolve("redis")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void unreadableFilesDoNotKeepItDown() throws Exception {
        server.stop();
        Files.writeString(home.resolve("redis/appendonly.aof"), "no such command\n");

        server.start();

        try (var redis = client()) {
            assertThat(redis.dbSize()).isZero();
        }
        assertThat(home.resolve("redis/appendonly.aof.unreadable")).exists();
    }

    @Test
    void itIsBroughtUpAgainUnderALivingService() throws Exception {
        var keeper = new Keeper(server);
        keeper.start();
        var first = process();

        assertThat(first.destroyForcibly()).isTrue();

        assertThat(Patience.until(() -> runsAnew(first), Duration.ofSeconds(30))).isTrue();
        keeper.stop();
    }

    private boolean runsAnew(ProcessHandle first) {
        return daemon().process().filter(process -> !process.equals(first)).isPresent();
    }

    private ProcessHandle process() {
        return daemon().process().orElseThrow();
    }

    private Daemon daemon() {
        return new Daemon(home.resolve("redis/redis.pid"), home.resolve("redis"));
    }

    private RedisClient client() throws Exception {
        return RedisClient.create(url());
    }

    private String url() throws Exception {
        return Objects.requireNonNull(server.address().get("hotline.redis.url"));
    }
}
