package cn.anxin.hotline.asterisk.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one login to Asterisk alive, for ever: connects, pings, and when a pong is late throws the
 * connection away and makes a new one. Starting never fails and never waits; Asterisk may come
 * later.
 */
final class AmiConnection {
    private static final Logger LOG = LoggerFactory.getLogger(AmiConnection.class);

    /** Actions waiting for the socket; more than this only pile up behind a hanging Asterisk. */
    private static final int MOST_WAITING = 256;

    private final String name;
    private final Supplier<AmiLogin> logins;
    private final AmiTimings timings;
    private final Runnable onConnected;
    private final ExecutorService sender;
    private final Thread keeper;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LongAdder connections = new LongAdder();
    private volatile @Nullable AmiLogin current;

    // of the keeper's thread
    private Duration retry;
    private boolean awayIsSaid;

    /**
     * @param name of the login, for threads, logs and metrics
     * @param onConnected runs on the keeper's thread after every login; must not block
     */
    AmiConnection(
            String name, Supplier<AmiLogin> logins, AmiTimings timings, Runnable onConnected) {
        this.name = name;
        this.logins = logins;
        this.timings = timings;
        this.onConnected = onConnected;
        this.retry = timings.firstRetry();
        this.sender =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name(name + "-send").factory());
        this.keeper = Thread.ofPlatform().daemon().name(name + "-keep").unstarted(this::keep);
    }

    void start() {
        keeper.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        keeper.interrupt();
        sender.shutdownNow();
        keeper.join(timings.connect().plus(timings.pong()));
    }

    String name() {
        return name;
    }

    boolean connected() {
        return current != null;
    }

    /** How often a connection was made since the start. */
    long connections() {
        return connections.sum();
    }

    /** Never blocks. The reply comes on another thread, at the latest when the connection ends. */
    CompletableFuture<Reply> send(ManagerAction action) {
        var reply = new CompletableFuture<Reply>();
        try {
            sender.execute(() -> write(action, reply));
        } catch (RejectedExecutionException e) {
            reply.complete(new Reply.NotSent());
        }
        return reply;
    }

    /**
     * Asks for a list and waits until it is whole.
     *
     * @throws IOException if there is no connection, or it broke
     * @throws EventTimeoutException if the list did not end in time
     */
    ResponseEvents list(EventGeneratingAction action) throws IOException, EventTimeoutException {
        var login = current;
        if (login == null) {
            throw new IOException("not connected");
        }
        try {
            return login.sendEventGeneratingAction(action, timings.pong().toMillis());
        } catch (IllegalStateException e) {
            throw new IOException("disconnected meanwhile", e);
        }
    }

    private void write(ManagerAction action, CompletableFuture<Reply> reply) {
        var login = current;
        if (login == null) {
            reply.complete(new Reply.NotSent());
            return;
        }
        try {
            login.sendAction(action, response -> reply.complete(reading(response)));
        } catch (IOException | IllegalStateException e) {
            // The blank line that ends an action is written last: without it nothing happens.
            reply.complete(new Reply.NotSent());
        } catch (RuntimeException e) {
            reply.completeExceptionally(e);
        }
    }

    private static Reply reading(@Nullable ManagerResponse response) {
        return switch (response) {
            case null -> new Reply.Unknown();
            case ManagerError error -> new Reply.Denied("" + error.getMessage());
            default -> new Reply.Done();
        };
    }

    private void keep() {
        try {
            while (stopped.getCount() > 0) {
                connectOnce();
                stopped.await(retry.toNanos(), TimeUnit.NANOSECONDS);
                retry = shorter(retry.multipliedBy(2), timings.lastRetry());
            }
        } catch (InterruptedException e) {
            LOG.debug("{}: stopped", name);
        }
    }

    /** Until its end; whatever that end is, the next try must follow. */
    private void connectOnce() throws InterruptedException {
        try (var login = logins.get()) {
            login.open();
            hold(login);
        } catch (IOException | TimeoutException | AuthenticationFailedException e) {
            sayAway(e);
        } catch (RuntimeException | Error e) {
            if (stopped.getCount() > 0) {
                LOG.error("{}: unexpected, trying on", name, e);
            }
        }
    }

    private void hold(AmiLogin login) throws IOException, TimeoutException, InterruptedException {
        current = login;
        retry = timings.firstRetry();
        connections.increment();
        awayIsSaid = false;
        LOG.info("{}: connected to Asterisk", name);
        try {
            onConnected.run();
            while (!login.awaitEnd(timings.ping())) {
                login.sendAction(new PingAction(), timings.pong().toMillis());
            }
            throw new IOException("closed by Asterisk");
        } catch (IllegalStateException e) {
            throw new IOException("closed while pinging", e);
        } finally {
            current = null;
        }
    }

    /** Once an outage, not once a try. */
    private void sayAway(Exception reason) {
        if (!awayIsSaid) {
            LOG.warn("{}: no connection to Asterisk, trying on: {}", name, reason.toString());
            awayIsSaid = true;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
