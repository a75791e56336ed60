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
    private int taken;

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

    @Override
    public Placement dial(OutboundCall call) {
        if (call.destination() instanceof Destination.Outside && isCheck(call.id())) {
            synchronized (this) {
                if (taken == channels) {
                    return new Placement.Refused(Reason.NO_FREE_CHANNEL);
                }
                if (!starts.tryConsume(1)) {
                    return new Placement.Refused(Reason.TOO_MANY_A_SECOND);
                }
                taken++;
                use.taken(System.nanoTime());
            }
        }
        Thread.ofVirtual().start(() -> live(call));
        return new Placement.Accepted();
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
