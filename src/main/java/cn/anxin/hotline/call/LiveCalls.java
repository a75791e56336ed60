package cn.anxin.hotline.call;

import java.time.Instant;
import java.util.Set;

/**
 * Every channel that Asterisk had at one instant. A call placed well before {@code asOf} and not in
 * it is over, though its end was not seen.
 */
public record LiveCalls(Set<CallId> calls, Instant asOf) {
    public LiveCalls {
        calls = Set.copyOf(calls);
    }
}
