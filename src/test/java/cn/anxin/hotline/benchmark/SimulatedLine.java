package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.call.Placement.Reason;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A trunk in real time, with people at its other end, so many times faster than life. As with
 * Asterisk, ends are told one after the other on one thread.
 */
final class SimulatedLine implements Dialer, AutoCloseable {
    private static final long SEED = 20260301;

    private final int channels;
    private final int speed;
    private final Bucket starts;
    private final SlotUse use;
    private final ObjectProvider<CallWatcher> watchers;
    private final ObjectProvider<Dialogue> dialogues;
    private final Clock clock;
    private final ExecutorService ends = Executors.newSingleThreadExecutor();
    private final long nanosACall;
    private final AtomicInteger live = new AtomicInteger();
    private int taken;
    private long rateSince = SlotUse.EVER;
    private int beyondTheCap;
    private int beyondTheRate;

    SimulatedLine(
            int channels,
            int callsPerSecond,
            int speed,
            ObjectProvider<CallWatcher> watchers,
            ObjectProvider<Dialogue> dialogues,
            Clock clock) {
        this.channels = channels;
        this.speed = speed;
        this.use = new SlotUse(channels);
        this.watchers = watchers;
        this.dialogues = dialogues;
        this.clock = clock;
        this.nanosACall = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        this.starts =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(callsPerSecond)
                                        .refillGreedy(callsPerSecond, Duration.ofSeconds(1)))
                        .build();
    }

    SlotUse use() {
        return use;
    }

    /** Whether every call has ended, and been told of. */
    boolean silent() {
        return live.get() == 0;
    }

    /** Calls that were to be placed with no channel free. */
    synchronized int beyondTheCap() {
        return beyondTheCap;
    }

    /** Calls that were to be placed with none of those a second left. */
    synchronized int beyondTheRate() {
        return beyondTheRate;
    }

    @Override
    public Placement dial(OutboundCall call) {
        if (call.destination() instanceof Destination.Outside && isCheck(call.id())) {
            var refusal = take();
            if (refusal.isPresent()) {
                return new Placement.Refused(refusal.get());
            }
        }
        live.incrementAndGet();
        Thread.ofVirtual().start(() -> live(call));
        return new Placement.Accepted();
    }

    private synchronized Optional<Reason> take() {
        if (taken == channels) {
            beyondTheCap++;
            return Optional.of(Reason.NO_FREE_CHANNEL);
        }
        var start = starts.tryConsumeAndReturnRemaining(1);
        if (!start.isConsumed()) {
            beyondTheRate++;
            return Optional.of(Reason.TOO_MANY_A_SECOND);
        }
        taken++;
        var now = System.nanoTime();
        var spent = start.getRemainingTokens() == 0;
        use.taken(now, rateSince, spent);
        if (spent) {
            rateSince = now + starts.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        } else if (rateSince != SlotUse.EVER) {
            rateSince += nanosACall;
        }
        return Optional.empty();
    }

    private static boolean isCheck(CallId call) {
        return call.purpose() == CallPurpose.CHECK;
    }

    private void live(OutboundCall call) {
        var fate = Fate.of(call, SEED);
        var half = fate.lasts().dividedBy(2L * speed);
        try {
            TimeUnit.NANOSECONDS.sleep(half.toNanos());
            if (fate.fine()) {
                answers(call.id());
            }
            TimeUnit.NANOSECONDS.sleep(half.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (isCheck(call.id())) {
            synchronized (this) {
                taken--;
                use.freed(System.nanoTime());
            }
        }
        ends.execute(() -> tell(call.id(), fate.outcome()));
    }

    private void answers(CallId call) {
        dialogues.stream()
                .filter(dialogue -> dialogue.purpose() == call.purpose())
                .forEach(dialogue -> dialogue.hold(new PressesOne(call)));
    }

    private void tell(CallId call, CallOutcome outcome) {
        var end = new CallEnded(call, outcome, 16, 200, clock.instant());
        watchers.orderedStream().forEach(watcher -> watcher.ended(end));
        live.decrementAndGet();
    }

    @Override
    public void hangUp(CallId call) {}

    @Override
    public synchronized int free(CallPurpose purpose) {
        return Math.min(channels - taken, (int) starts.getAvailableTokens());
    }

    @Override
    public synchronized Optional<Duration> freeIn(CallPurpose purpose) {
        var nanos = starts.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return taken == channels || nanos == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(nanos));
    }

    @Override
    public void close() {
        ends.shutdownNow();
    }
}
