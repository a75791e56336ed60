package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL with its files in {@code $HOTLINE_HOME/postgres}. */
final class PostgresServer implements Server {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** The children of a postmaster that was killed are gone within moments. */
    private static final Duration CHILDREN_GONE = Duration.ofSeconds(1);

    private static final int STARTS = 5;
    private static final int LOWEST_PORT = 15432;

    /** Lets a command report its own timeout before we end it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final Path logs;
    private final EmbeddedSettings settings;
    private final PortChoice choice;
    private final Program commands;
    private @Nullable PostgresPrograms programs;

    /** From the first start on the service knows it, and it stays. */
    private @Nullable Integer port;

    PostgresServer(Path home, EmbeddedSettings settings) {
        this.cluster = new PostgresCluster(home.resolve("postgres"));
        this.logs = home.resolve("log");
        this.settings = settings;
        this.choice =
                new PortChoice(
                        settings.postgresPort(), LOWEST_PORT, home.resolve("run/postgres.port"));
        this.commands =
                new Program(logs.resolve("postgres-command.log"), settings.patience().plus(MARGIN));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> address() throws IOException {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.DATABASE,
                "spring.datasource.username",
                PostgresCluster.ROLE,
                "spring.datasource.password",
                cluster.password().password());
    }

    @Override
    public boolean dispensable() {
        return false;
    }

    @Override
    public boolean runs() {
        return running().isPresent();
    }

    @Override
    public void start() throws InterruptedException {
        try {
            settle();
            if (foundRunning()) {
                return;
            }
            stop();
            cluster.createOnce(programs(), commands);
            port = launch();
            log.info("PostgreSQL started on 127.0.0.1:{}, files in {}", port, cluster.directory());
        } catch (IOException e) {
            throw new DatabaseFailed("PostgreSQL does not start", e);
        }
    }

    private void settle() throws InterruptedException {
        var settled =
                Patience.until(
                        () -> running().filter(Postmaster::changing).isEmpty(),
                        settings.patience());
        if (!settled) {
            throw new DatabaseFailed("PostgreSQL is still starting or stopping; see " + logs);
        }
    }

    private boolean foundRunning() {
        var found = running().filter(Postmaster::ready).map(Postmaster::port);
        if (found.isEmpty() || !serves(found.get())) {
            return false;
        }
        port = found.get();
        log.info("PostgreSQL found running on 127.0.0.1:{}", port);
        return true;
    }

    private boolean serves(int found) {
        return port == null ? choice.allows(found) : port == found;
    }

    private int launch() throws IOException, InterruptedException {
        for (var left = STARTS; ; left--) {
            // Chosen anew each time: another program may have been faster.
            var candidate = port == null ? choice.choose() : port;
            cluster.configure(candidate, logs);
            Postmaster.disown(cluster.directory());
            try {
                commands.run("", pgCtl("start", "--log=" + logs.resolve("postgres-start.log")));
                return candidate;
            } catch (DatabaseFailed e) {
                if (left == 1 || runs()) {
                    throw new DatabaseFailed("PostgreSQL does not start, see " + logs, e);
                }
                log.warn("PostgreSQL did not start; once more: {}", e.getMessage());
                Thread.sleep(CHILDREN_GONE);
            }
        }
    }

    @Override
    public void stop() throws InterruptedException {
        if (!runs()) {
            return;
        }
        try {
            commands.run("", pgCtl("stop", "--mode=fast"));
            log.info("PostgreSQL stopped");
        } catch (IOException e) {
            throw new DatabaseFailed("PostgreSQL does not stop", e);
        }
    }

    private Optional<Postmaster> running() {
        return Postmaster.of(cluster.directory());
    }

    private List<String> pgCtl(String action, String option)
            throws IOException, InterruptedException {
        return PostgresPrograms.asOrdinaryUser(
                programs().path("pg_ctl"),
                action,
                "--pgdata=" + cluster.directory(),
                "--wait",
                "--timeout=" + settings.patience().toSeconds(),
                option);
    }

    private PostgresPrograms programs() throws IOException, InterruptedException {
        if (programs == null) {
            programs = PostgresPrograms.unpackedIn(settings.cache());
        }
        return programs;
    }
}
