package cn.anxin.hotline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.testing.TestCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresServerTest {
    private static final EmbeddedSettings SETTINGS =
            new EmbeddedSettings(TestCache.directory(), 0, 0, Duration.ofSeconds(60));

    @TempDir private static Path home;

    private PostgresServer server;

    @BeforeEach
    void start() throws Exception {
        server = new PostgresServer(home, SETTINGS);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        assertThat(server.runs()).isFalse();
    }

    @Test
    void aPowerCutLosesNothing() throws Exception {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void onlyThisMachineReachesItAndOnlyWithThePassword() throws Exception {
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");

        var stranger = new DriverManagerDataSource(url(), PostgresCluster.ROLE, "guess");

        assertThatThrownBy(stranger::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void itsLogsQuoteNobody() throws Exception {
        jdbc().sql("create table person (name text unique)").update();
        var insert = "insert into person values ('Wang Xiulan')";
        jdbc().sql(insert).update();

        assertThatThrownBy(() -> jdbc().sql(insert).update()).hasMessageContaining("duplicate");

        // a process of its own writes the log, a little later
        await().untilAsserted(() -> assertThat(logs()).contains("duplicate key"));
        assertThat(logs()).doesNotContain("Xiulan");
    }

    private String logs() throws IOException {
        var logs = new StringBuilder();
        try (var files = Files.list(home.resolve("log"))) {
            for (var file : files.toList()) {
                logs.append(Files.readString(file));
            }
        }
        return logs.toString();
    }

    @Test
    void aNewServiceFindsTheOneThatAKilledServiceLeft() throws Exception {
        var left = postmaster();

        var found = new PostgresServer(home, SETTINGS);
        found.start();

        assertThat(postmaster()).isEqualTo(left);
        assertThat(found.address()).isEqualTo(server.address());
    }

    @Test
    void whatWasCommittedSurvivesItsOwnSuddenDeath() throws Exception {
        jdbc().sql("create table owed (id int)").update();
        jdbc().sql("insert into owed values (7)").update();
        kill(postmaster());

        server.start();

        assertThat(jdbc().sql("select id from owed").query(Integer.class).single()).isEqualTo(7);
    }

    @Test
    void itStartsThoughTheDeadOnesNumberIsNowAnothers() throws Exception {
        kill(postmaster());
        var pidFile = home.resolve("postgres/postmaster.pid");
        var lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        assertThat(server.runs()).isFalse();

        server.start();

        assertThat(show("fsync")).isEqualTo("on");
    }

    @Test
    void itKeepsItsPortFromStartToStart() throws Exception {
        var before = server.address();
        server.stop();

        server = new PostgresServer(home, SETTINGS);
        server.start();

        assertThat(server.address()).isEqualTo(before);
    }

    @Test
    void theConfiguredPortIsUsedOrItsLackNamed(@TempDir Path other) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    new EmbeddedSettings(
                            TestCache.directory(), taken.getLocalPort(), 0, Duration.ofSeconds(60));

            assertThatThrownBy(new PostgresServer(other, settings)::start)
                    .isInstanceOf(DatabaseFailed.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void filesThatWereNeverFinishedAreMadeAnew(@TempDir Path other) throws Exception {
        Files.writeString(
                Files.createDirectories(other.resolve("postgres.new")).resolve("PG_VERSION"), "18");
        var unfinished = new PostgresServer(other, SETTINGS);
        try {
            unfinished.start();

            assertThat(other.resolve("postgres/PG_VERSION")).exists();
            assertThat(other.resolve("postgres.new")).doesNotExist();
        } finally {
            unfinished.stop();
        }
    }

    @Test
    void itIsBroughtUpAgainUnderALivingService() throws Exception {
        var keeper = new Keeper(server);
        keeper.start();
        var first = postmaster();

        assertThat(first.destroyForcibly()).isTrue();

        assertThat(Patience.until(() -> readyAgain(first), Duration.ofSeconds(30))).isTrue();
        keeper.stop();
    }

    private boolean readyAgain(ProcessHandle first) {
        return Postmaster.of(home.resolve("postgres"))
                .filter(postmaster -> !postmaster.process().equals(first))
                .filter(Postmaster::ready)
                .isPresent();
    }

    private ProcessHandle postmaster() {
        return Postmaster.of(home.resolve("postgres")).orElseThrow().process();
    }

    private void kill(ProcessHandle postmaster) throws InterruptedException {
        assertThat(postmaster.destroyForcibly()).isTrue();
        assertThat(Patience.until(() -> !server.runs(), Duration.ofSeconds(10))).isTrue();
    }

    private String show(String setting) throws Exception {
        return jdbc().sql("show " + setting).query(String.class).single();
    }

    private String url() throws Exception {
        return address("spring.datasource.url");
    }

    private String address(String part) throws Exception {
        return Objects.requireNonNull(server.address().get(part));
    }

    private JdbcClient jdbc() throws Exception {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        url(), PostgresCluster.ROLE, address("spring.datasource.password")));
    }
}
