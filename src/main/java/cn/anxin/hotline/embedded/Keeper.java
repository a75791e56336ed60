package cn.anxin.hotline.embedded;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server, starts it again whenever it dies, and stops it. */
final class Keeper {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

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
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                if (!server.runs()) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        log.error("{} is gone; starting it again", server.name());
        try {
            server.start();
        } catch (DatabaseFailed e) {
            log.error("{} does not start; trying on", server.name(), e);
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
