package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.clients.jedis.RedisClient;

/** The service's own Redis, to be emptied and killed. */
public final class RedisStore {
    private final Path folder;
    private final int port;

    RedisStore(Path home, int port) {
        folder = home.resolve("redis");
        this.port = port;
    }

    public void flush() {
        try (var redis =
                RedisClient.create("redis://:" + read("password") + "@127.0.0.1:" + port)) {
            redis.flushAll();
        }
    }

    /** {@code kill -9}; the service starts it again. */
    public void kill() {
        ProcessHandle.of(Long.parseLong(read("redis.pid"))).orElseThrow().destroyForcibly();
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
