package cn.anxin.hotline.asterisk.agi;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.EncoderException;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of one call, one after another: of two at once Asterisk never answers the second.
 * Between them it keeps the {@link Lease} while the script computes, but no longer than the
 * settings let a caller wait in silence: then it closes, and the fallback has him.
 *
 * <p>Event loop only, but for {@link #lost}.
 */
final class CommandTurns extends SimpleChannelInboundHandler<FromAsterisk> {
    /** Asterisk itself cuts the call at the lease's end; what comes this much later never comes. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int LOOKS_A_LEASE = 8;

    private static final Logger log = LoggerFactory.getLogger(CommandTurns.class);

    private final Channel channel;
    private final AgiSettings settings;
    private final AgiMeters meters;
    private final Lease lease;
    private final Queue<Exchange> waiting = new ArrayDeque<>();
    private final CompletableFuture<Lost> lost = new CompletableFuture<>();
    private final Future<?> upkeep;
    private @Nullable Exchange inFlight;
    private @Nullable Future<?> overdue;
    private long sentAt;
    private long silentSince;

    CommandTurns(Channel channel, AgiSettings settings, AgiMeters meters) {
        this.channel = channel;
        this.settings = settings;
        this.meters = meters;
        this.lease = new Lease(settings.lease(), now());
        this.silentSince = now();
        var interval = settings.lease().toMillis() / LOOKS_A_LEASE;
        this.upkeep =
                channel.eventLoop()
                        .scheduleWithFixedDelay(
                                this::upkeep, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Completes when no command can be sent any more; never exceptionally. Any thread. */
    CompletableFuture<Lost> lost() {
        return lost;
    }

    void submit(Exchange exchange) {
        exchange.result().whenComplete((_, _) -> silentSince = now());
        waiting.add(exchange);
        if (lost.isDone()) {
            tellAll(lost.join());
        } else {
            turn();
        }
    }

    private void turn() {
        if (inFlight != null || lost.isDone()) {
            return;
        }
        var next = waiting.peek();
        var renewal = lease.fit(next == null ? Duration.ZERO : next.takes(), now());
        if (renewal.isPresent()) {
            write(new Exchange(renewal.get(), Duration.ZERO));
        } else if (next != null) {
            waiting.remove();
            write(next);
        }
    }

    private void write(Exchange exchange) {
        inFlight = exchange;
        sentAt = now();
        var longest = exchange.takes().plus(settings.lease()).plus(GRACE);
        overdue =
                channel.eventLoop()
                        .schedule(this::unanswered, longest.toMillis(), TimeUnit.MILLISECONDS);
        channel.writeAndFlush(exchange.command())
                .addListener(written -> {
                    if (!written.isSuccess()) {
                        unwritten(exchange, written.cause());
                    }
                });
    }

    private void unwritten(Exchange exchange, Throwable cause) {
        if (!(cause instanceof EncoderException)) {
            lose(Lost.BROKEN);
            return;
        }
        settle();
        exchange.result().completeExceptionally(cause);
        turn();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FromAsterisk message) {
        switch (message) {
            case CommandReply reply -> replied(reply);
            case HangupNotice _ -> hungUp();
            case CallHeader _ -> throw new IllegalStateException("a second header");
        }
    }

    private void replied(CommandReply reply) {
        var exchange = inFlight;
        if (exchange == null) {
            return; // nobody asked: a line break in a caller's name can look like a reply
        }
        if (reply.channelIsDead()) {
            hungUp();
            return;
        }
        settle();
        if (exchange.takes().isZero()) {
            meters.roundTrip(Duration.ofNanos(now() - sentAt));
        }
        exchange.result().complete(reply);
        turn();
    }

    /** At the lease's end Asterisk hangs up too, and the call goes on without us. */
    private void hungUp() {
        lose(lease.ended(now()) ? Lost.BROKEN : Lost.HUNG_UP);
    }

    private void upkeep() {
        if (inFlight != null) {
            return;
        }
        if (lease.ended(now())) {
            log.warn("The service stood still until the lease of a call ended");
            lose(Lost.BROKEN);
        } else if (now() - silentSince > settings.thinking().toNanos()) {
            log.warn(
                    "A script left its caller in silence for {}; the native fallback has him now",
                    settings.thinking());
            lose(Lost.BROKEN);
        } else {
            turn();
        }
    }

    private void unanswered() {
        log.warn("A command was not answered within its lease");
        lose(Lost.BROKEN);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        lose(Lost.BROKEN);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn("The connection of a call failed: {}", FaultTrace.of(cause));
        }
        lose(Lost.BROKEN);
    }

    private void lose(Lost how) {
        if (!lost.complete(how)) {
            return;
        }
        upkeep.cancel(false);
        if (inFlight != null) {
            inFlight.result().complete(how);
        }
        settle();
        tellAll(how);
        channel.close();
    }

    private void settle() {
        inFlight = null;
        if (overdue != null) {
            overdue.cancel(false);
        }
    }

    private void tellAll(Lost how) {
        for (var exchange = waiting.poll(); exchange != null; exchange = waiting.poll()) {
            exchange.result().complete(how);
        }
    }

    private long now() {
        return channel.eventLoop().ticker().nanoTime();
    }
}
