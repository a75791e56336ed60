package cn.anxin.hotline.testing;

import cn.anxin.hotline.call.CallerCache;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/** Remembers no caller, as while Redis is away. */
public final class ForgetfulCache implements CallerCache {

    @Override
    public Optional<String> get(PhoneNumber caller) {
        return Optional.empty();
    }

    @Override
    public void put(PhoneNumber caller, String value, Duration timeToLive) {}
}
