package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redis with its files in {@code $HOTLINE_HOME/redis}. */
final class RedisServer implements Server {
    private static final Logger log = LoggerFactory.getLogger(RedisServer.class);
    private static final String KEPT = "appendonly.aof";

    /** A few megabytes are read back well within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int STARTS = 3;
    private static final int LOWEST_PORT = 16379;

    private final Path directory;
    private final Path logs;
    private final Path cache;
    private final PortChoice choice;
    private final PasswordFile password;

    /** From the first start on the service knows it, and it stays. */
    private @Nullable Integer port;

    RedisServer(Path home, EmbeddedSettings settings) throws IOException {
        // Its configuration carries the password.
        var ours =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        this.directory = Files.createDirectories(home.resolve("redis"), ours);
        this.logs = home.resolve("log");
        this.cache = settings.cache();
        this.choice =
                new PortChoice(settings.redisPort(), LOWEST_PORT, home.resolve("run/redis.port"));
        this.password = new PasswordFile(directory.resolve("password"));
        this.password.create();
    }

    private Optional<ProcessHandle> process() {
        return new Daemon(directory.resolve("redis.pid"), directory).process();
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public Map<String, String> address() throws IOException {
        if (port == null) {
            // It did not start; this is where it will be when it does.
            port = choice.choose();
        }
        return Map.of(
                "hotline.redis.url", "redis://:" + password.password() + "@127.0.0.1:" + port);
    }

    @Override
    public boolean dispensable() {
        return true;
    }

    @Override
    public boolean runs() {
        return process().isPresent();
    }

    @Override
    public void start() throws InterruptedException {
        try {
            if (foundRunning()) {
                return;
            }
            stop();
            launch();
            log.info("Redis started on 127.0.0.1:{}, files in {}", port, directory);
        } catch (IOException e) {
            throw new DatabaseFailed("Redis does not start", e);
        }
    }

    private boolean foundRunning() throws IOException, InterruptedException {
        var remembered = choice.remembered().filter(choice::allows);
        if (!runs() || remembered.isEmpty() || !answers(remembered.get())) {
            return false;
        }
        port = remembered.get();
        log.info("Redis found running on 127.0.0.1:{}", port);
        return true;
    }

    private void launch() throws IOException, InterruptedException {
        for (var left = STARTS; left > 0; left--) {
            // Chosen anew each time: another program may have been faster.
            var candidate = port == null ? choice.choose() : port;
            run(candidate);
            if (answers(candidate)) {
                port = candidate;
                return;
            }
            if (!runs() && PortChoice.free(candidate)) {
                setAside();
            }
        }
        throw new DatabaseFailed("Redis does not answer, see " + logs.resolve("redis.log"));
    }

    private void run(int candidate) throws IOException, InterruptedException {
        var configuration = directory.resolve("redis.conf");
        var values =
                Map.of(
                        "port", Integer.toString(candidate),
                        "password", password.password(),
                        "directory", directory.toString(),
                        "logs", logs.toString());
        Files.writeString(configuration, new ConfigurationTemplate("redis.conf").fill(values));
        var program = RedisProgram.unpackedIn(cache).toString();
        new Program(logs.resolve("redis-command.log"), PATIENCE)
                .run("", List.of(program, configuration.toString()));
    }

    private boolean answers(int candidate) throws IOException, InterruptedException {
        var ping = new RedisPing(candidate, password.password());
        return Patience.until(ping::answered, PATIENCE);
    }

    /** It ended though nothing was in its way: it could not read what it kept. */
    private void setAside() throws IOException {
        var kept = directory.resolve(KEPT);
        if (Files.exists(kept)) {
            var aside = directory.resolve(KEPT + ".unreadable");
            Files.move(kept, aside, StandardCopyOption.REPLACE_EXISTING);
            log.warn("Redis could not read what it kept; starting empty");
        }
    }

    @Override
    public void stop() throws InterruptedException {
        var process = process();
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        if (!Patience.until(() -> !runs(), PATIENCE)) {
            process.get().destroyForcibly();
            Patience.until(() -> !runs(), PATIENCE);
        }
        log.info("Redis stopped");
    }
}
