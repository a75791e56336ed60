package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redis with its files in {@code $HOTLINE_HOME/redis}. */
final class RedisServer implements Server {
    private static final Logger log = LoggerFactory.getLogger(RedisServer.class);
    private static final String KEPT = "appendonly.aof";

    /** A few megabytes are read back well within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path directory;
    private final Path logs;
    private final Path cache;
    private final int port;
    private final PasswordFile password;

    private RedisServer(Path directory, Path logs, Path cache, int port) {
        this.directory = directory;
        this.logs = logs;
        this.cache = cache;
        this.port = port;
        this.password = new PasswordFile(directory.resolve("password"));
    }

    static RedisServer under(Path home, EmbeddedSettings settings) throws IOException {
        // Its configuration carries the password.
        var ours =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var directory = Files.createDirectories(home.resolve("redis"), ours);
        var choice = new PortChoice(home.resolve("run/redis.port"), 16379);
        var running = daemon(directory).process().isPresent();
        var port = choice.choose(settings.redisPort(), running);
        var server = new RedisServer(directory, home.resolve("log"), settings.cache(), port);
        server.password.create();
        return server;
    }

    private static Daemon daemon(Path directory) {
        return new Daemon(directory.resolve("redis.pid"), directory);
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public Map<String, String> address() throws IOException {
        return Map.of(
                "hotline.redis.url", "redis://:" + password.password() + "@127.0.0.1:" + port);
    }

    @Override
    public boolean dispensable() {
        return true;
    }

    @Override
    public boolean runs() {
        return daemon(directory).process().isPresent();
    }

    @Override
    public void start() throws InterruptedException {
        try {
            if (runs()) {
                if (answers()) {
                    log.info("Redis found running on 127.0.0.1:{}", port);
                    return;
                }
                stop();
            }
            launch();
        } catch (IOException e) {
            throw new DatabaseFailed("Redis does not start", e);
        }
    }

    private void launch() throws IOException, InterruptedException {
        run();
        if (!answers() && !runs() && setAside()) {
            log.warn("Redis could not read what it kept; starting empty");
            run();
        }
        if (!answers()) {
            throw new DatabaseFailed("Redis does not answer, see " + logs.resolve("redis.log"));
        }
        log.info("Redis started on 127.0.0.1:{}, files in {}", port, directory);
    }

    private void run() throws IOException, InterruptedException {
        var configuration = directory.resolve("redis.conf");
        Files.writeString(
                configuration,
                new ConfigurationTemplate("redis.conf")
                        .fill(
                                Map.of(
                                        "port", Integer.toString(port),
                                        "password", password.password(),
                                        "directory", directory.toString(),
                                        "logs", logs.toString())));
        new Program(logs.resolve("redis-command.log"), PATIENCE)
                .run(
                        "",
                        List.of(
                                RedisProgram.unpackedIn(cache).toString(),
                                configuration.toString()));
    }

    private boolean answers() throws IOException, InterruptedException {
        var ping = new RedisPing(port, password.password());
        return Patience.until(ping::answered, PATIENCE);
    }

    private boolean setAside() throws IOException {
        var kept = directory.resolve(KEPT);
        if (!Files.exists(kept)) {
            return false;
        }
        Files.move(
                kept, directory.resolve(KEPT + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public void stop() throws InterruptedException {
        var process = daemon(directory).process();
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
