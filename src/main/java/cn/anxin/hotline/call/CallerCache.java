package cn.anxin.hotline.call;

import java.time.Duration;
import java.util.Optional;

/**
 * Remembers a little about who calls, so that a caller need not wait for it a second time. What it
 * holds may be lost at any moment; nothing owed may depend on it. Its failures never reach the
 * caller of these methods, and neither takes longer than 200 ms. Any thread.
 */
public interface CallerCache {

    /**
     * What was put last for this caller; empty if nothing was, if it is too old, or if the store is
     * away.
     */
    Optional<String> get(PhoneNumber caller);

    /**
     * Returns at once; the value is written a little later, if at all.
     *
     * @param value at most 200 characters, and nothing personal: a row's id, not a name
     * @throws IllegalArgumentException if the value is too long or the time to live is not positive
     */
    void put(PhoneNumber caller, String value, Duration timeToLive);
}
