package cn.anxin.hotline.live;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.ScreenSignal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import redis.clients.jedis.UnifiedJedis;

/**
 * The board, twice: what this process put is kept here, so that a screen shows it whatever Redis
 * does; a copy in Redis outlives this process and is seen by others. {@link LiveCalls} has the last
 * word on both: what Asterisk no longer has is taken off, what Redis lost is put back.
 */
@Component
class LiveCallBoard implements CallBoard, CallWatcher {
    /** Several times what the largest trunk carries; beyond it, new calls are not shown. */
    private static final int MOST_CALLS = 2_000;

    /** A call this young may be missing from {@link LiveCalls} though it lives. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    /** A board that nobody touched for a day shows nothing that is true. */
    private static final long KEPT_SECONDS = Duration.ofDays(1).toSeconds();

    private final Map<CallId, Entry> ours = new ConcurrentHashMap<>();

    /** Taken off here, though Redis may still have them for a while. */
    private final Latest<CallId> gone = new Latest<>(MOST_CALLS);

    private final RedisLink redis;
    private final ScreenSignal screens;
    private final String key;

    LiveCallBoard(RedisSettings settings, RedisLink redis, ScreenSignal screens) {
        this.redis = redis;
        this.screens = screens;
        key = settings.key("calls");
        redis.onReturn(this::refill);
    }

    @Override
    public void put(Entry entry) {
        if (ours.size() >= MOST_CALLS && !ours.containsKey(entry.call())) {
            return;
        }
        gone.remove(entry.call());
        ours.put(entry.call(), entry);
        redis.tell(store -> write(store, Map.of(entry.call().value(), BoardLine.of(entry))));
        screens.changed();
    }

    @Override
    public void remove(CallId call) {
        gone.add(call);
        ours.remove(call);
        redis.tell(store -> store.hdel(key, call.value()));
        screens.changed();
    }

    @Override
    public List<Entry> calls() {
        var all = new HashMap<CallId, Entry>();
        redis.ask(store -> store.hgetAll(key))
                .orElse(Map.of())
                .forEach((call, line) ->
                        BoardLine.read(call, line)
                                .ifPresent(entry -> all.put(entry.call(), entry)));
        all.keySet().removeIf(gone::contains);
        all.putAll(ours);
        return all.values().stream()
                .sorted(
                        Comparator.comparing(Entry::since)
                                .thenComparing(entry -> entry.call().value()))
                .limit(MOST_CALLS)
                .toList();
    }

    @Override
    public void ended(CallEnded end) {
        remove(end.call());
    }

    @Override
    public void resynchronised(LiveCalls live) {
        ours.values().removeIf(entry -> over(entry, live));
        redis.tell(store -> {
            sweep(store, live);
            refill(store);
        });
        screens.changed();
    }

    private void sweep(UnifiedJedis store, LiveCalls live) {
        var over =
                store.hgetAll(key).entrySet().stream()
                        .filter(line ->
                                BoardLine.read(line.getKey(), line.getValue())
                                        .map(entry -> over(entry, live))
                                        .orElse(true))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new);
        if (over.length > 0) {
            store.hdel(key, over);
        }
    }

    private void refill(UnifiedJedis store) {
        var lines = new HashMap<String, String>();
        ours.forEach((call, entry) -> lines.put(call.value(), BoardLine.of(entry)));
        if (!lines.isEmpty()) {
            write(store, lines);
        }
    }

    private void write(UnifiedJedis store, Map<String, String> lines) {
        store.hset(key, lines);
        store.expire(key, KEPT_SECONDS);
    }

    private static boolean over(Entry entry, LiveCalls live) {
        return !live.calls().contains(entry.call())
                && entry.since().isBefore(live.asOf().minus(YOUNG));
    }
}
