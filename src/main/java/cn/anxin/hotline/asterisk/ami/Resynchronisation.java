package cn.anxin.hotline.asterisk.ami;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all of Asterisk's channels, again and again: what happened while we were away, or was
 * lost on the way, is seen then. Asks over the login that acts, where no flood of events is in the
 * way.
 */
final class Resynchronisation {
    private static final Logger LOG = LoggerFactory.getLogger(Resynchronisation.class);
    private static final int UP = 6;

    /** So that a burst of reasons is one look. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    /** So that the end of a call that is just missing is told by its own event, which says why. */
    private static final Duration EVENTS_FIRST = Duration.ofMillis(500);

    private final Wakeup wakeup;
    private final AmiConnection actions;
    private final Clock clock;
    private final Duration period;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread looker;
    private final Seen next;

    /** Takes what was seen; may block. */
    interface Seen {
        void accept(ChannelList channels) throws InterruptedException;
    }

    Resynchronisation(
            Wakeup wakeup, AmiConnection actions, Clock clock, Duration period, Seen next) {
        this.wakeup = wakeup;
        this.actions = actions;
        this.clock = clock;
        this.period = period;
        this.next = next;
        this.looker = Thread.ofPlatform().daemon().name("ami-resynchronise").unstarted(this::run);
    }

    void start() {
        looker.start();
    }

    void stop() {
        stopped.countDown();
        looker.interrupt();
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (wakeup.cameWithin(period)) {
                    stopped.await(GATHERING.toNanos(), TimeUnit.NANOSECONDS);
                    wakeup.forget();
                }
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped");
        }
    }

    private void look() throws InterruptedException {
        if (!actions.connected()) {
            return;
        }
        var asOf = clock.instant();
        try {
            var channels = whole(actions.list(new CoreShowChannelsAction()), asOf);
            stopped.await(EVENTS_FIRST.toNanos(), TimeUnit.NANOSECONDS);
            next.accept(channels);
        } catch (IOException | EventTimeoutException e) {
            LOG.warn("no list of channels, asking again: {}", e.toString());
            wakeup.soon();
        } catch (RuntimeException | Error e) {
            LOG.error("no list of channels, asking again later", e);
        }
    }

    /** A list with holes would end calls that live: better none. */
    private static ChannelList whole(ResponseEvents events, Instant asOf) throws IOException {
        var channels =
                events.getEvents().stream()
                        .flatMap(event ->
                                event instanceof CoreShowChannelEvent channel
                                        ? Stream.of(read(channel))
                                        : Stream.empty())
                        .toList();
        var announced =
                events.getEvents().stream()
                        .flatMap(event ->
                                event instanceof CoreShowChannelsCompleteEvent end
                                        ? Stream.ofNullable(end.getListitems())
                                        : Stream.empty())
                        .findFirst()
                        .orElseThrow(() -> new IOException("a list of channels without its end"));
        if (announced != channels.size()) {
            throw new IOException(channels.size() + " channels of " + announced);
        }
        return new ChannelList(channels, asOf);
    }

    private static ChannelList.Channel read(CoreShowChannelEvent channel) {
        var state = channel.getChannelState();
        return new ChannelList.Channel(
                known(channel.getUniqueid()),
                known(channel.getLinkedid()),
                known(channel.getChannel()),
                state != null && state == UP,
                known(channel.getApplication()),
                !known(channel.getBridgeid()).isEmpty(),
                known(channel.getCallerIdNum()),
                age(known(channel.getDuration())));
    }

    /** As Asterisk writes it: {@code hh:mm:ss}, hours unbounded. */
    private static Duration age(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3 || !text.matches("[0-9:]{8,12}")) {
            return Duration.ZERO;
        }
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
    }

    private static String known(@Nullable String header) {
        return header == null ? "" : header;
    }
}
