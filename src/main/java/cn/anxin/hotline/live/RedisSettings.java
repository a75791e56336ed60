package cn.anxin.hotline.live;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where what is live is kept.
 *
 * @param url {@code redis://[user:password@]host:port[/database]}, or {@code rediss://}; empty: the
 *     board lives in this process alone
 * @param namespace before every key, so that several hotlines can share one Redis
 * @param patience the longest that anybody waits for one answer of Redis, connecting included
 */
@ConfigurationProperties("hotline.redis")
public record RedisSettings(
        @DefaultValue("") String url,
        @DefaultValue("anxin-hotline") String namespace,
        @DefaultValue("100ms") Duration patience) {
    private static final Duration MOST_PATIENCE = Duration.ofMillis(150);

    public RedisSettings {
        if (!url.isEmpty() && !isRedis(url)) {
            throw new IllegalArgumentException("hotline.redis.url: write it as redis://host:port");
        }
        if (!namespace.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("hotline.redis.namespace: letters and digits");
        }
        if (!patience.isPositive() || patience.compareTo(MOST_PATIENCE) > 0) {
            throw new IllegalArgumentException(
                    "hotline.redis.patience: at most 150ms, for a caller waits that long");
        }
    }

    private static boolean isRedis(String url) {
        try {
            var uri = URI.create(url);
            return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException notAUri) {
            return false;
        }
    }

    boolean given() {
        return !url.isEmpty();
    }

    URI uri() {
        return URI.create(url);
    }

    String key(String name) {
        return namespace + ":" + name;
    }

    /** A password may stand in the address. */
    @Override
    public String toString() {
        return "RedisSettings[namespace=" + namespace + ", given=" + given() + "]";
    }
}
