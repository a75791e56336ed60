package cn.anxin.hotline.duework;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes a sweep before its interval is over. Saves up to one interval of waiting and nothing else:
 * a lost nudge loses no work.
 */
@Component
public class Nudges {
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    /** Wakes the work of this name; inside a transaction, once that has committed. */
    public void nudge(String work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            of(work).release();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        of(work).release();
                    }
                });
    }

    void await(String work, Duration atMost) throws InterruptedException {
        var nudges = of(work);
        if (nudges.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            nudges.drainPermits();
        }
    }

    private Semaphore of(String work) {
        return waiting.computeIfAbsent(work, _ -> new Semaphore(0));
    }
}
