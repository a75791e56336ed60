package cn.anxin.hotline.live;

import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** How we connect: impatient, and with few connections. */
record RedisAccess(HostAndPort address, JedisClientConfig config) {
    static final int CONNECTIONS = 8;

    /**
     * A subscription hears nothing while nothing changes; it is made anew this often, in case the
     * other side died without a word.
     */
    private static final Duration QUIET_SUBSCRIPTION = Duration.ofSeconds(60);

    static RedisAccess to(RedisSettings settings) {
        var uri = settings.uri();
        var patience = Math.toIntExact(settings.patience().toMillis());
        var config =
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(patience)
                        .socketTimeoutMillis(patience)
                        .blockingSocketTimeoutMillis(Math.toIntExact(QUIET_SUBSCRIPTION.toMillis()))
                        .user(JedisURIHelper.getUser(uri))
                        .password(JedisURIHelper.getPassword(uri))
                        .database(JedisURIHelper.getDBIndex(uri))
                        .ssl(JedisURIHelper.isRedisSSLScheme(uri))
                        .clientName("anxin-hotline")
                        .build();
        var port = uri.getPort() < 0 ? 6379 : uri.getPort();
        return new RedisAccess(new HostAndPort(uri.getHost(), port), config);
    }

    RedisClient pooled() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(config.getSocketTimeoutMillis()));
        return RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }
}
