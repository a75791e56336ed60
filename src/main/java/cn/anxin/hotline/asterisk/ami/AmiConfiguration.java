package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.ami.calls.AmiEvent;
import cn.anxin.hotline.asterisk.ami.calls.Resynchronisation;
import cn.anxin.hotline.asterisk.ami.calls.TrunkChannels;
import cn.anxin.hotline.asterisk.ami.calls.Wakeup;
import cn.anxin.hotline.asterisk.ami.connection.AmiConnection;
import cn.anxin.hotline.asterisk.ami.connection.AmiTimings;
import cn.anxin.hotline.call.LineStatus;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class AmiConfiguration {

    /** A minute of the busiest hour many times over; more is a flood, and is resynchronised. */
    private static final int MOST_EVENTS_WAITING = 10_000;

    @Bean
    AmiConnection amiActions(AsteriskSettings asterisk, AmiTimings timings, Wakeup wakeup) {
        return AmiConnection.acting(asterisk, timings, wakeup::soon);
    }

    @Bean
    AmiConnection amiEvents(
            AsteriskSettings asterisk,
            AmiTimings timings,
            Clock clock,
            Lane<AmiEvent> callLane,
            Lane<AmiEvent> talkLane,
            Wakeup wakeup) {
        var translation =
                new AmiEvents(
                        clock,
                        event ->
                                (switch (event) {
                                            case AmiEvent.TalkingStarted _,
                                                    AmiEvent.TalkingStopped _ ->
                                                    talkLane;
                                            default -> callLane;
                                        })
                                        .offer(event));
        return AmiConnection.listening(asterisk, timings, translation, wakeup::soon);
    }

    @Bean
    Lane<AmiEvent> callLane(Consumer<AmiEvent> callEvents, Wakeup wakeup) {
        return new Lane<>("ami-calls", MOST_EVENTS_WAITING, callEvents, wakeup::soon);
    }

    /** Whoever speaks into a prompt is heard at once, however long a watcher takes. */
    @Bean
    Lane<AmiEvent> talkLane(Consumer<AmiEvent> talkEvents, Wakeup wakeup) {
        return new Lane<>("ami-talk", MOST_EVENTS_WAITING, talkEvents, wakeup::soon);
    }

    @Bean
    AmiLink amiLink(
            AmiConnection amiEvents,
            AmiConnection amiActions,
            Lane<AmiEvent> callLane,
            Lane<AmiEvent> talkLane,
            Wakeup wakeup,
            Clock clock,
            AmiTimings timings) {
        var resynchronisation =
                new Resynchronisation(
                        wakeup,
                        amiActions,
                        clock,
                        timings.resynchronise(),
                        channels -> callLane.put(new AmiEvent.ChannelsSeen(channels)));
        return new AmiLink(
                List.of(amiEvents, amiActions), List.of(callLane, talkLane), resynchronisation);
    }

    @Bean
    LineStatus lineStatus(AmiConnection amiEvents, AmiConnection amiActions) {
        return () -> amiEvents.connected() && amiActions.connected();
    }

    /** Its bean name makes the health component's: {@code asterisk}. */
    @Bean
    HealthIndicator asteriskHealthIndicator(
            AmiConnection amiEvents, AmiConnection amiActions, TrunkChannels trunkChannels) {
        return new AsteriskHealthIndicator(amiEvents, amiActions, trunkChannels);
    }

    @Bean
    MeterBinder amiMeters(
            AmiConnection amiEvents,
            AmiConnection amiActions,
            Lane<AmiEvent> callLane,
            Lane<AmiEvent> talkLane,
            TrunkChannels trunkChannels) {
        return new AmiMeters(
                List.of(amiEvents, amiActions), List.of(callLane, talkLane), trunkChannels);
    }
}
