package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;

/** A trunk in the town's own time: calls end when somebody sets the clock. */
final class TimelessLine implements Dialer, AutoCloseable {
    private static final long SEED = 20260301;

    /** Asterisk's events come on one thread; keys and hangups of different calls still mix. */
    private static final int ENDS_AT_ONCE = 4;

    private final int channels;
    private final TownClock clock;
    private final SlotUse use;
    private final ObjectProvider<CallWatcher> watchers;
    private final ObjectProvider<Dialogue> dialogues;
    private final ExecutorService ends = Executors.newFixedThreadPool(ENDS_AT_ONCE);
    private final Bucket starts;
    private final PriorityQueue<Live> live =
            new PriorityQueue<>(Comparator.comparing(Live::endsAt));
    private int taken;
    private int placed;
    private int refused;

    TimelessLine(
            int channels,
            int callsPerSecond,
            TownClock clock,
            ObjectProvider<CallWatcher> watchers,
            ObjectProvider<Dialogue> dialogues) {
        this.channels = channels;
        this.clock = clock;
        this.use = new SlotUse(channels);
        this.watchers = watchers;
        this.dialogues = dialogues;
        this.starts =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(callsPerSecond)
                                        .refillGreedy(callsPerSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(new OfTheTown(clock))
                        .build();
    }

    private record OfTheTown(TownClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos(clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private record Live(OutboundCall call, Fate fate, Instant endsAt) {}

    SlotUse use() {
        return use;
    }

    synchronized int placed() {
        return placed;
    }

    /** Calls that were to be placed although the line took none. */
    synchronized int refused() {
        return refused;
    }

    synchronized Optional<Instant> nextEnd() {
        return Optional.ofNullable(live.peek()).map(Live::endsAt);
    }

    @Override
    public synchronized Placement dial(OutboundCall call) {
        if (isCheck(call.id())) {
            if (free(CallPurpose.CHECK) == 0) {
                refused++;
                return new Placement.Refused(Placement.Reason.NO_FREE_CHANNEL);
            }
            starts.tryConsume(1);
            taken++;
            placed++;
            use.taken(nanos(clock.instant()), SlotUse.EVER, false);
        }
        var fate = Fate.of(call, SEED);
        live.add(new Live(call, fate, clock.instant().plus(fate.lasts())));
        return new Placement.Accepted();
    }

    private static boolean isCheck(CallId call) {
        return call.purpose() == CallPurpose.CHECK;
    }

    private static long nanos(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    /** Ends whatever has come to its end. */
    void endWhatIsOver() {
        var over = takeOver(clock.instant());
        over.stream()
                .map(one -> CompletableFuture.runAsync(() -> end(one), ends))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private synchronized List<Live> takeOver(Instant now) {
        var over = new ArrayList<Live>();
        for (var next = live.peek();
                next != null && !next.endsAt().isAfter(now);
                next = live.peek()) {
            over.add(live.remove());
            if (isCheck(next.call().id())) {
                taken--;
                use.freed(nanos(next.endsAt()));
            }
        }
        return over;
    }

    private void end(Live one) {
        var call = one.call().id();
        if (one.fate().fine()) {
            dialogues.stream()
                    .filter(dialogue -> dialogue.purpose() == call.purpose())
                    .forEach(dialogue -> dialogue.hold(new PressesOne(call)));
        }
        var end = new CallEnded(call, one.fate().outcome(), 16, 200, clock.instant());
        watchers.orderedStream().forEach(watcher -> watcher.ended(end));
    }

    @Override
    public void hangUp(CallId call) {}

    @Override
    public synchronized int free(CallPurpose purpose) {
        return Math.min(channels - taken, (int) starts.getAvailableTokens());
    }

    @Override
    public Optional<Duration> freeIn(CallPurpose purpose) {
        return Optional.empty();
    }

    @Override
    public void close() {
        ends.shutdownNow();
    }
}
