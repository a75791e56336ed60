package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.Channel;
import cn.anxin.hotline.notice.channel.Outcome;
import cn.anxin.hotline.seal.WrongSeal;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel's messages on their way, at most so many at once and so many a minute. What happens
 * in one lane is not felt in another. Any thread.
 */
final class Lane {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Channel channel;
    private final Outbox outbox;
    private final Results results;
    private final Clock clock;
    private final Runnable freed;
    private final int atOnce;
    private final Semaphore free;
    private final Bucket starts;

    /**
     * @param freed told whenever a place became free
     */
    Lane(Channel channel, Outbox outbox, Results results, Clock clock, Runnable freed) {
        this.channel = channel;
        this.outbox = outbox;
        this.results = results;
        this.clock = clock;
        this.freed = freed;
        this.atOnce = channel.terms().limits().atOnce();
        this.free = new Semaphore(atOnce);
        this.starts = bucket(channel.terms().limits().perMinute());
    }

    /** What may start at once and what a minute adds are together no more than a minute's worth. */
    private static Bucket bucket(int perMinute) {
        var burst = Math.max(1, perMinute / 4);
        var refill = Math.max(1, perMinute - burst);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, MINUTE))
                .build();
    }

    String name() {
        return channel.terms().name();
    }

    Duration patience() {
        return channel.terms().limits().patience();
    }

    /**
     * Sends as many as there are free places, and does not wait for them.
     *
     * @param claims committed when it returns
     * @return how many it began
     */
    int begin(int most, IntFunction<List<Outbox.Claimed>> claims) {
        var places = free.drainPermits();
        var begun = 0;
        try {
            var wanted = Math.min(Math.min(places, most), (int) starts.getAvailableTokens());
            for (var claimed : wanted == 0 ? List.<Outbox.Claimed>of() : claims.apply(wanted)) {
                starts.tryConsume(1);
                begun++;
                Thread.ofVirtual().name("notice-result-" + name()).start(() -> carry(claimed));
            }
        } finally {
            free.release(places - begun);
        }
        return begun;
    }

    /** Its place is free again only when nothing of it runs any more. */
    private void carry(Outbox.Claimed claimed) {
        try {
            if (clock.instant().isAfter(claimed.until())) {
                log.warn("Notice {} was held up here for too long; another takes it", claimed.id());
                return;
            }
            var attempt = Attempt.begin(channel, outbox.open(claimed));
            results.write(name(), claimed, attempt.outcome(patience()));
            attempt.awaitEnd();
        } catch (WrongSeal e) {
            log.error("Notice {} does not open", claimed.id(), e);
            results.write(name(), claimed, new Outcome.Never(Fault.OUR_FAULT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
            freed.run();
        }
    }

    /** Whether all that it began has ended. */
    boolean idleWithin(Duration patience) throws InterruptedException {
        if (!free.tryAcquire(atOnce, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        free.release(atOnce);
        return true;
    }
}
