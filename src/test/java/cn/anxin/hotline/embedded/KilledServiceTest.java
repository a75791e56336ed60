package cn.anxin.hotline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.testing.TestCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** A process of its own is killed, and one that is asked to end, ends. */
class KilledServiceTest {
    private static final String READY = "READY";

    @TempDir private Path home;

    @Test
    void theDatabasesOutliveAKilledServiceAndEndWithAStoppedOne() throws Exception {
        var killed = service();
        var postgres = postgres();
        var redis = redis();

        killed.destroyForcibly().waitFor();

        assertThat(postgres.isAlive()).isTrue();
        assertThat(redis.isAlive()).isTrue();

        var stopped = service();

        assertThat(postgres()).isEqualTo(postgres);
        assertThat(redis()).isEqualTo(redis);

        stopped.destroy();

        assertThat(stopped.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.of(home.resolve("postgres"))).isEmpty();
        assertThat(redisDaemon().process()).isEmpty();
    }

    @Test
    void aSecondServiceIsRefusedAndLeavesTheFirstOnesAlone() throws Exception {
        try (var lock = HomeLock.take(home, Duration.ofSeconds(1))) {
            var refused = start();

            assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(refused.exitValue()).isNotZero();
            assertThat(refused.inputReader().lines()).anyMatch(line -> line.contains("another"));
            assertThat(home.resolve("postgres")).doesNotExist();
        }
    }

    private ProcessHandle postgres() {
        return Postmaster.of(home.resolve("postgres")).orElseThrow().process();
    }

    private ProcessHandle redis() {
        return redisDaemon().process().orElseThrow();
    }

    private Daemon redisDaemon() {
        return new Daemon(home.resolve("redis/redis.pid"), home.resolve("redis"));
    }

    private Process service() throws IOException {
        var process = start();
        awaitReady(process.inputReader());
        return process;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Service.class.getName(),
                        "--hotline.home=" + home,
                        "--hotline.embedded.cache=" + TestCache.directory())
                .redirectErrorStream(true)
                .start();
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(READY)) {
                return;
            }
        }
        throw new AssertionError("the service ended before it was ready");
    }

    static class Service {
        public static void main(String[] arguments) {
            var application = new SpringApplication(Service.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.setKeepAlive(true);
            application.addInitializers(new EmbeddedDatabases());
            application.run(arguments);
            System.out.println(READY);
        }
    }
}
