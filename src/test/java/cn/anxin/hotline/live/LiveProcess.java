package cn.anxin.hotline.live;

import cn.anxin.hotline.call.CallBoard.Entry;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The live room as one process has it. */
final class LiveProcess implements AutoCloseable {
    final MeterRegistry meters = new SimpleMeterRegistry();
    final RedisLink link;
    final ScreenHints hints = new ScreenHints();
    final LiveCallBoard board;
    final RedisCallerCache cache;
    final RedisHealth health;
    private final SharedHints shared;

    LiveProcess(String url) {
        var settings = new RedisSettings(url, "anxin-hotline", Duration.ofMillis(100));
        link = new RedisLink(settings, Clock.systemUTC(), meters);
        shared = new SharedHints(settings, link, hints, Clock.systemUTC());
        board = new LiveCallBoard(settings, link, hints);
        cache = new RedisCallerCache(settings, link);
        health = new RedisHealth(settings, link);
    }

    static Entry talking(String call) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = new CallId(call);
        return new Entry(id, id.purpose(), "******01", Stage.TALKING, now);
    }

    static Entry talking(String call, Duration forSoLong) {
        var entry = talking(call);
        return new Entry(
                entry.call(),
                entry.purpose(),
                entry.party(),
                entry.stage(),
                entry.since().minus(forSoLong));
    }

    List<String> callsOnBoard() {
        return board.calls().stream().map(entry -> entry.call().value()).toList();
    }

    double outages() {
        return meters.counter("hotline.redis.outages").count();
    }

    @Override
    public void close() {
        shared.close();
        hints.close();
        link.close();
    }
}
