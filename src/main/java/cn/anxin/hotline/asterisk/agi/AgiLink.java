package cn.anxin.hotline.asterisk.agi;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.fastagi.command.AgiCommand;

/** A script's end of the connection to Asterisk. Any thread but the event loop, which it awaits. */
final class AgiLink {
    /** How much later than its longest time a reply can come, if the event loop lives. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Channel channel;
    private final CommandTurns turns;

    AgiLink(Channel channel, CommandTurns turns) {
        this.channel = channel;
        this.turns = turns;
    }

    /**
     * Sends a command and waits for its reply; returns at once when the call is lost.
     *
     * @param takes how long Asterisk is busy with it; the lease is stretched by as much
     * @throws IllegalArgumentException if the command cannot be said in one line
     */
    CommandResult send(AgiCommand command, Duration takes) {
        var exchange = new Exchange(command, takes);
        try {
            channel.eventLoop().execute(() -> turns.submit(exchange));
        } catch (RejectedExecutionException e) {
            return Lost.BROKEN; // the service stops
        }
        return await(exchange.result(), takes.plus(GRACE));
    }

    CommandResult send(AgiCommand command) {
        return send(command, Duration.ZERO);
    }

    Optional<Lost> lost() {
        return Optional.ofNullable(turns.lost().getNow(null));
    }

    /** For a script to which Asterisk hinted at the end of the call: its reason follows. */
    Lost awaitLoss() {
        return await(turns.lost().thenApply(CommandResult.class::cast), Duration.ofSeconds(2))
                        == Lost.HUNG_UP
                ? Lost.HUNG_UP
                : Lost.BROKEN;
    }

    /** Without {@code AGI_DONE} this gives the call to the native fallback. */
    void close() {
        channel.close();
    }

    private CommandResult await(CompletableFuture<CommandResult> result, Duration longest) {
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Lost.BROKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return Lost.BROKEN;
        } catch (ExecutionException e) {
            throw new IllegalArgumentException("not a command that can be said", e.getCause());
        }
    }
}
