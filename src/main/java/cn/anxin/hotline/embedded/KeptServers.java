package cn.anxin.hotline.embedded;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All servers of one home, started and stopped side by side. */
final class KeptServers {
    private static final Logger log = LoggerFactory.getLogger(KeptServers.class);

    private final List<Keeper> keepers;
    private final HomeLock lock;

    KeptServers(List<Server> servers, HomeLock lock) {
        this.keepers = servers.stream().map(Keeper::new).toList();
        this.lock = lock;
    }

    /**
     * @throws DatabaseFailed if one that the service cannot do without does not come up
     */
    void start() throws InterruptedException {
        try {
            onEach(Keeper::start);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DatabaseFailed failed
                    ? failed
                    : new DatabaseFailed("the databases do not start", e);
        }
    }

    void stop() {
        try {
            onEach(Keeper::stop);
        } catch (ExecutionException e) {
            log.error("a database did not stop; the next start will find it", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }

    private interface Step {
        void take(Keeper keeper) throws InterruptedException;
    }

    private void onEach(Step step) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = keepers.stream().map(keeper -> callable(step, keeper)).toList();
            for (var done : threads.invokeAll(steps)) {
                done.get();
            }
        }
    }

    private static Callable<Boolean> callable(Step step, Keeper keeper) {
        return () -> {
            step.take(keeper);
            return true;
        };
    }
}
