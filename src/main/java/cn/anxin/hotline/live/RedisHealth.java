package cn.anxin.hotline.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/** Always up: calls go on without Redis, and nobody may restart the service for its sake. */
@Component("redis")
class RedisHealth implements HealthIndicator {
    private final RedisSettings settings;
    private final RedisLink redis;

    RedisHealth(RedisSettings settings, RedisLink redis) {
        this.settings = settings;
        this.redis = redis;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("redis", state()).build();
    }

    private String state() {
        if (!settings.given()) {
            return "none";
        }
        return redis.ask(UnifiedJedis::ping).isPresent() ? "up" : "degraded";
    }
}
