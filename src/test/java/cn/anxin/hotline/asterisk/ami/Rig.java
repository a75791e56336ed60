package cn.anxin.hotline.asterisk.ami;

import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.asterisk.PortRange;
import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole of AMI as the service puts it together, with a recorder in the place of the rooms. */
final class Rig implements AutoCloseable {
    static final AmiTimings TIMINGS =
            new AmiTimings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    Duration.ofMillis(50),
                    Duration.ofMillis(200),
                    Duration.ofMillis(700));
    static final Destination ELDER = new Destination.Outside(new PhoneNumber("+862158950001"));

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    final Recorder recorder = new Recorder();
    final Board board = new Board();
    final MeterRegistry meters = new SimpleMeterRegistry();

    Rig(int amiPort) {
        this(settings(amiPort), TIMINGS);
    }

    Rig(AsteriskSettings asterisk, AmiTimings timings) {
        context.registerBean(AsteriskSettings.class, () -> asterisk);
        context.registerBean(AmiTimings.class, () -> timings);
        context.registerBean(
                TrunkSettings.class,
                () -> new TrunkSettings(List.of(), asterisk.sip(), 5, 2, 100, List.of()));
        context.registerBean(
                HotlineSettings.class,
                () -> new HotlineSettings(Path.of("var"), "58958808", ZoneId.of("Asia/Shanghai")));
        context.registerBean(NumberPlan.class, () -> new NumberPlan("CN", "021"));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, () -> meters);
        context.registerBean(Board.class, () -> board);
        context.registerBean(Recorder.class, () -> recorder);
        context.register(AmiConfiguration.class);
        context.refresh();
        context.getBeansOfType(MeterBinder.class).values().forEach(one -> one.bindTo(meters));
    }

    static AsteriskSettings settings(int amiPort) {
        return new AsteriskSettings(
                Endpoint.valueOf("127.0.0.1:5060"),
                new Endpoint("127.0.0.1", amiPort),
                Endpoint.valueOf("127.0.0.1:4573"),
                PortRange.valueOf("10000-10999"),
                "events-secret",
                "actions-secret");
    }

    static OutboundCall check() {
        return call(CallPurpose.CHECK, ELDER);
    }

    static OutboundCall call(CallPurpose purpose, Destination whom) {
        return new OutboundCall(CallId.next(purpose), whom, Duration.ofSeconds(25));
    }

    Dialer dialer() {
        return context.getBean(Dialer.class);
    }

    Rig connected() {
        await().until(this::isUp);
        return this;
    }

    boolean isUp() {
        return health().equals(Status.UP);
    }

    Status health() {
        var health = context.getBean("asteriskHealthIndicator", HealthIndicator.class).health();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }

    double meter(String name) {
        return meters.get(name).meters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue())
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Keeps what it is told; can be made to take its time. */
    static final class Recorder implements CallWatcher, DutyWatcher, TalkListener {
        final BlockingQueue<CallEnded> ends = new LinkedBlockingQueue<>();
        final BlockingQueue<LiveCalls> looks = new LinkedBlockingQueue<>();
        final BlockingQueue<String> duty = new LinkedBlockingQueue<>();
        final BlockingQueue<CallId> voices = new LinkedBlockingQueue<>();
        final Semaphore gate = new Semaphore(Integer.MAX_VALUE);

        @Override
        public void ended(CallEnded end) {
            gate.acquireUninterruptibly();
            gate.release();
            ends.add(end);
        }

        @Override
        public void resynchronised(LiveCalls live) {
            looks.add(live);
        }

        @Override
        public void answered(CallId caller, String dutyPhone, Instant at) {
            duty.add(caller + " answered by " + dutyPhone);
        }

        @Override
        public void abandoned(CallId caller, Instant at) {
            duty.add(caller + " abandoned");
        }

        @Override
        public void talkingStarted(CallId call) {
            voices.add(call);
        }
    }

    /** A board in memory. */
    static final class Board implements CallBoard {
        private final Map<CallId, Entry> entries = new ConcurrentHashMap<>();

        @Override
        public void put(Entry entry) {
            entries.put(entry.call(), entry);
        }

        @Override
        public void remove(CallId call) {
            entries.remove(call);
        }

        @Override
        public List<Entry> calls() {
            return List.copyOf(entries.values());
        }

        List<Stage> stages() {
            return entries.values().stream().map(Entry::stage).toList();
        }
    }
}
