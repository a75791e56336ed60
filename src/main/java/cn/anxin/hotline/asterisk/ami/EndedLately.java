package cn.anxin.hotline.asterisk.ami;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The channels that ended while a list of all channels was on its way: the list still has them. For
 * one thread.
 */
final class EndedLately {
    /** Far more than can end between two lists, which is when it is emptied. */
    private static final int MOST = 10_000;

    private final Map<String, Instant> ended =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST;
                }
            };

    void add(String channel, Instant at) {
        ended.put(channel, at);
    }

    /** Lists come in order, so what ended before this one is forgotten. */
    Set<String> since(Instant asOf) {
        ended.values().removeIf(at -> at.isBefore(asOf));
        return Set.copyOf(ended.keySet());
    }
}
