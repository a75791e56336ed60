package cn.anxin.hotline.live;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/** Carries hints between the processes that share one Redis. */
@Component
class SharedHints implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ScreenHints hints;
    private final Outage outage;
    private final String channel;
    private final String ourselves = UUID.randomUUID().toString();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Jedis subscribed;

    SharedHints(RedisSettings settings, RedisLink link, ScreenHints hints, Clock clock) {
        this.hints = hints;
        outage = new Outage(clock);
        channel = settings.key("changed");
        if (settings.given()) {
            hints.relay(() -> link.tell(redis -> redis.publish(channel, ourselves)));
            var access = RedisAccess.to(settings);
            Thread.ofVirtual().name("redis-hints").start(() -> listen(access));
        }
    }

    private void listen(RedisAccess access) {
        try {
            do {
                if (outage.mayTry()) {
                    listenOnce(access);
                }
            } while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce(RedisAccess access) {
        try (var redis = new Jedis(access.address(), access.config())) {
            subscribed = redis;
            redis.subscribe(new FromOthers(), channel);
        } catch (JedisException quietOrAway) {
            // RedisLink tells of outages; a hint that is lost loses nothing
            outage.failed();
        } finally {
            subscribed = null;
        }
    }

    private class FromOthers extends JedisPubSub {
        @Override
        public void onSubscribe(String to, int channels) {
            outage.succeeded();
            // what changed while we did not listen
            hints.changedElsewhere();
        }

        @Override
        public void onMessage(String from, String sender) {
            if (!sender.equals(ourselves)) {
                hints.changedElsewhere();
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        var redis = subscribed;
        if (redis != null) {
            redis.disconnect();
        }
    }
}
