package cn.anxin.hotline.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server, starts it again whenever it dies, and stops it. */
final class Keeper {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Server server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread watch;

    Keeper(Server server) {
        this.server = server;
    }

    /**
     * @throws DatabaseFailed if it does not come up and the service cannot do without it
     */
    synchronized void start() throws InterruptedException {
        try {
            server.start();
        } catch (DatabaseFailed e) {
            if (!server.dispensable()) {
                throw e;
            }
            log.error("{} does not start; going on without it", server.name(), e);
        }
        watch = Thread.ofVirtual().name("keeper-" + server.name()).start(this::watch);
    }

    private void watch() {
        try {
            var pause = SHORTEST_PAUSE;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                var well = server.runs() || startedAgain();
                pause = well ? SHORTEST_PAUSE : longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private boolean startedAgain() throws InterruptedException {
        log.error("{} is gone; starting it again", server.name());
        try {
            server.start();
            return true;
        } catch (DatabaseFailed e) {
            log.error("{} does not start: {}", server.name(), e.getMessage());
            return false;
        }
    }

    synchronized void stop() throws InterruptedException {
        stopped.countDown();
        if (watch != null) {
            watch.interrupt();
            watch.join();
        }
        server.stop();
    }
}
