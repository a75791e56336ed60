package cn.anxin.hotline.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The databases of our own; without meaning where the town's are named.
 *
 * @param cache where their programs are unpacked, once for all installations of a user
 * @param postgresPort 0: a free one, chosen once and kept
 * @param redisPort 0: a free one, chosen once and kept
 * @param patience how long a start may take; after a power cut PostgreSQL reads its log first
 */
@ConfigurationProperties("hotline.embedded")
public record EmbeddedSettings(
        Path cache,
        @DefaultValue("0") int postgresPort,
        @DefaultValue("0") int redisPort,
        @DefaultValue("60s") Duration patience) {

    public EmbeddedSettings {
        cache = cache.toAbsolutePath().normalize();
        requirePort("postgres-port", postgresPort);
        requirePort("redis-port", redisPort);
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("hotline.embedded.patience: longer than nothing");
        }
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("hotline.embedded." + name + ": no such port");
        }
    }
}
