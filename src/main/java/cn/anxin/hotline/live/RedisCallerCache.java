package cn.anxin.hotline.live;

import cn.anxin.hotline.call.CallerCache;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redis.clients.jedis.params.SetParams;

/** Keeps what is known of a caller under a keyed hash of the number, never the number. */
@Component
class RedisCallerCache implements CallerCache {
    private static final int LONGEST_VALUE = 200;

    private final RedisSettings settings;
    private final RedisLink redis;
    private final KeyedHash hash = KeyedHash.ofThisProcess();

    RedisCallerCache(RedisSettings settings, RedisLink redis) {
        this.settings = settings;
        this.redis = redis;
    }

    @Override
    public Optional<String> get(PhoneNumber caller) {
        var key = key(caller);
        return redis.<String>ask(store -> store.get(key))
                .filter(value -> value.length() <= LONGEST_VALUE);
    }

    @Override
    public void put(PhoneNumber caller, String value, Duration timeToLive) {
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("longer than " + LONGEST_VALUE + " characters");
        }
        if (timeToLive.toMillis() < 1) {
            throw new IllegalArgumentException("the time to live must be positive");
        }
        var key = key(caller);
        var expiry = SetParams.setParams().px(timeToLive.toMillis());
        redis.tell(store -> store.set(key, value, expiry));
    }

    private String key(PhoneNumber caller) {
        return settings.key("caller:" + hash.of(caller.e164()));
    }
}
