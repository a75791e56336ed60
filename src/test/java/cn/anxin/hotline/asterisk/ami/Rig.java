package cn.anxin.hotline.asterisk.ami;

import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.asterisk.ami.connection.AmiTimings;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole of AMI as the service puts it together, with a recorder in the place of the rooms. */
final class Rig implements AutoCloseable {
    static final Destination ELDER = new Destination.Outside(new PhoneNumber("+862158950001"));

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    final Recorder recorder = new Recorder();
    final MemoryBoard board = new MemoryBoard();
    final MeterRegistry meters = new SimpleMeterRegistry();

    Rig(int amiPort) {
        this(TestSettings.asterisk(amiPort), TestSettings.TIMINGS);
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
        context.registerBean(MemoryBoard.class, () -> board);
        context.registerBean(Recorder.class, () -> recorder);
        context.scan(AmiConfiguration.class.getPackageName());
        context.refresh();
        context.getBeansOfType(MeterBinder.class).values().forEach(one -> one.bindTo(meters));
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

    /** And has seen the channels, so that the round may ring. */
    Rig connected() {
        await().until(() -> isUp() && dialer().free(CallPurpose.CHECK) > 0);
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
}
