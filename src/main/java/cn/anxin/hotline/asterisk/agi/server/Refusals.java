package cn.anxin.hotline.asterisk.agi.server;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns connections away: closes them at once, counts them, logs the first of each burst. Any
 * thread.
 */
final class Refusals {
    /** A burst is over when nothing was refused for so long. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final ServerMeters meters;
    private final Ticker ticker;
    private final Map<Refusal, Long> latest = new EnumMap<>(Refusal.class);

    Refusals(ServerMeters meters, Ticker ticker) {
        this.meters = meters;
        this.ticker = ticker;
    }

    void turnAway(Channel connection, Refusal reason) {
        meters.refused(reason);
        connection.close();
        if (beginsBurst(reason)) {
            log.warn("FastAGI turns connections away: {}", reason.words());
        }
    }

    private synchronized boolean beginsBurst(Refusal reason) {
        var now = ticker.nanoTime();
        var before = latest.put(reason, now);
        return before == null || now - before > QUIET.toNanos();
    }
}
