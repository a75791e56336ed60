package cn.anxin.hotline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.testing.TestRedis;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class CallerCacheTest {
    private static final PhoneNumber CALLER = new PhoneNumber("+8613800000001");
    private static final PhoneNumber SOMEBODY_ELSE = new PhoneNumber("+8613800000002");

    private final TestRedis redis = TestRedis.start();
    private final LiveProcess service = new LiveProcess(redis.url());

    @AfterEach
    void close() {
        service.close();
        redis.close();
    }

    @Test
    void remembersEachCallerForAWhile() {
        remember("7", Duration.ofSeconds(3));

        assertThat(service.cache.get(SOMEBODY_ELSE)).isEmpty();
        await().until(() -> service.cache.get(CALLER).isEmpty());
    }

    @Test
    void keepsNoNumberInRedis() {
        remember("7", Duration.ofMinutes(1));

        try (var stranger = RedisClient.create(redis.url())) {
            assertThat(stranger.keys("*"))
                    .singleElement()
                    .asString()
                    .matches("anxin-hotline:caller:[A-Za-z0-9_-]{43}")
                    .doesNotContain("13800000001");
        }
    }

    @Test
    void hashesDifferentlyInEveryProcessSoThatNobodyCanTryAllNumbers() {
        remember("7", Duration.ofMinutes(1));

        try (var other = new LiveProcess(redis.url())) {
            assertThat(other.cache.get(CALLER)).isEmpty();
        }
    }

    @Test
    void forgetsWhenRedisIsWipedAndGoesOn() {
        remember("7", Duration.ofMinutes(1));

        redis.stop();
        assertThat(service.cache.get(CALLER)).isEmpty();
        redis.startAgain();

        remember("8", Duration.ofMinutes(1));
    }

    @Test
    void refusesWhatIsNoSmallFact() {
        assertThatThrownBy(() -> service.cache.put(CALLER, "x".repeat(201), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service.cache.put(CALLER, "7", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What Redis does not take in time is not kept; then it is put once more. */
    private void remember(String value, Duration timeToLive) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> {
                    service.cache.put(CALLER, value, timeToLive);
                    return service.cache.get(CALLER).equals(Optional.of(value));
                });
    }
}
