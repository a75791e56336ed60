package cn.anxin.hotline.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nobody on the line wait for a slow or dead database. What takes longer goes on without them,
 * and may still succeed.
 */
public final class CallerPatience {
    private static final Logger log = LoggerFactory.getLogger(CallerPatience.class);

    /** A pause in a conversation that a caller does not yet take for the end of it. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private CallerPatience() {}

    /**
     * @param what names the work in the log; nothing personal
     * @return empty if the work failed, or has not ended within two seconds
     */
    public static <T> Optional<T> within(String what, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        Thread.ofVirtual().name("for-a-caller").start(task);
        try {
            return Optional.of(task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            log.error("{}: not done within {}, the call goes on without it", what, LONGEST);
        } catch (ExecutionException e) {
            log.error("{}: failed, the call goes on without it", what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** The same for work without a result; whether it was done in time. */
    public static boolean within(String what, Runnable work) {
        return within(
                        what,
                        () -> {
                            work.run();
                            return true;
                        })
                .orElse(false);
    }
}
