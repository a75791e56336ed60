package cn.anxin.hotline.live;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest of many, as many as it may keep; the oldest is forgotten first. Any thread. */
class Latest<T> {
    private final Map<T, Boolean> kept;

    Latest(int most) {
        kept =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
                        return size() > most;
                    }
                };
    }

    synchronized void add(T one) {
        kept.remove(one);
        kept.put(one, true);
    }

    synchronized void remove(T one) {
        kept.remove(one);
    }

    synchronized boolean contains(T one) {
        return kept.containsKey(one);
    }
}
