package cn.anxin.hotline.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * Our way to Redis, which may be away, frozen or wiped at any moment. No failure of it reaches who
 * uses it, and nobody waits longer than the settings' patience. Any thread.
 */
@Component
class RedisLink implements AutoCloseable {
    /** Far above what a town's trunk can cause while one errand takes its longest. */
    private static final int MOST_ERRANDS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

    private final Outage outage;
    private final Duration patience;
    private final @Nullable RedisClient redis;
    private final Semaphore slots = new Semaphore(RedisAccess.CONNECTIONS);
    private final BlockingQueue<Consumer<UnifiedJedis>> errands =
            new ArrayBlockingQueue<>(MOST_ERRANDS);
    private final List<Consumer<UnifiedJedis>> onReturn = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Counter outages;
    private final Counter dropped;
    private volatile boolean closing;

    RedisLink(RedisSettings settings, Clock clock, MeterRegistry meters) {
        outage = new Outage(clock);
        patience = settings.patience();
        redis = settings.given() ? RedisAccess.to(settings).pooled() : null;
        outages = meters.counter("hotline.redis.outages");
        dropped = meters.counter("hotline.redis.dropped");
        Gauge.builder("hotline.redis.up", this, link -> link.up() ? 1 : 0).register(meters);
        if (redis != null) {
            threads.execute(() -> runErrands(redis));
        }
    }

    /** Whether the last thing heard of Redis was good. */
    boolean up() {
        return redis != null && !outage.ongoing();
    }

    /** The answer, or nothing if there is none or Redis does not give it in time. */
    <T> Optional<T> ask(Function<UnifiedJedis, @Nullable T> question) {
        var client = redis;
        if (client == null || closing || !slots.tryAcquire()) {
            return Optional.empty();
        }
        if (!outage.mayTry()) {
            slots.release();
            return Optional.empty();
        }
        var answer = threads.submit(() -> answerThenFreeSlot(question, client));
        try {
            var value = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            succeeded();
            return Optional.ofNullable(value);
        } catch (TimeoutException e) {
            answer.cancel(true);
            failed(e);
        } catch (ExecutionException e) {
            failed(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Has it done soon by another thread; it is dropped while Redis is away or falls behind. */
    void tell(Consumer<UnifiedJedis> errand) {
        if (redis != null && !errands.offer(errand)) {
            dropped.increment();
        }
    }

    /** Has it done whenever Redis comes back. */
    void onReturn(Consumer<UnifiedJedis> errand) {
        onReturn.add(errand);
    }

    private <T> @Nullable T answerThenFreeSlot(
            Function<UnifiedJedis, @Nullable T> question, UnifiedJedis client) {
        try {
            return question.apply(client);
        } finally {
            slots.release();
        }
    }

    private void runErrands(UnifiedJedis client) {
        try {
            while (!closing) {
                run(errands.take(), client);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<UnifiedJedis> errand, UnifiedJedis client) {
        if (!outage.mayTry()) {
            dropped.increment();
            return;
        }
        try {
            errand.accept(client);
            succeeded();
        } catch (RuntimeException e) {
            dropped.increment();
            failed(e);
        }
    }

    private void succeeded() {
        if (outage.succeeded()) {
            log.info("Redis is back");
            onReturn.forEach(this::tell);
        }
    }

    private void failed(@Nullable Throwable why) {
        if (!closing && outage.failed()) {
            outages.increment();
            log.warn(
                    "Redis is away ({}); calls go on without the shared board and the caches",
                    why == null ? "unknown" : why.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        closing = true;
        threads.shutdownNow();
        if (redis != null) {
            redis.close();
        }
    }
}
