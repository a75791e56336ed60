package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.LineStatus;
import cn.anxin.hotline.call.NumberPlan;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class AmiConfiguration {

    /** A minute of the busiest hour many times over; more is a flood, and is resynchronised. */
    private static final int MOST_EVENTS_WAITING = 10_000;

    @Bean
    Wakeup amiWakeup() {
        return new Wakeup();
    }

    @Bean
    PlacedCalls placedCalls() {
        return new PlacedCalls();
    }

    @Bean
    TrunkChannels trunkChannels(TrunkSettings trunk) {
        return new TrunkChannels(trunk);
    }

    @Bean
    CallCounters callCounters(MeterRegistry registry) {
        return new CallCounters(registry);
    }

    @Bean
    AmiConnection amiActions(AsteriskSettings asterisk, AmiTimings timings, Wakeup wakeup) {
        return new AmiConnection(
                "ami-actions", () -> AmiLogin.acting(asterisk, timings), timings, wakeup::soon);
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
                                (event instanceof AmiEvent.TalkingStarted ? talkLane : callLane)
                                        .offer(event));
        return new AmiConnection(
                "ami-events",
                () -> AmiLogin.listening(asterisk, timings, translation),
                timings,
                wakeup::soon);
    }

    @Bean
    Dialer dialer(
            AmiConnection amiActions,
            PlacedCalls placedCalls,
            TrunkChannels trunkChannels,
            TrunkSettings trunk,
            HotlineSettings hotline,
            NumberPlan plan,
            Clock clock,
            AmiTimings timings,
            CallCounters callCounters) {
        return new AmiDialer(
                amiActions,
                placedCalls,
                trunkChannels,
                new CallRate(trunk.callsPerSecond(), TimeMeter.SYSTEM_NANOTIME),
                hotline,
                plan,
                clock,
                timings.response(),
                callCounters);
    }

    @Bean
    Lane<AmiEvent> callLane(
            PlacedCalls placedCalls,
            TrunkChannels trunkChannels,
            CallBoard board,
            NumberPlan plan,
            ObjectProvider<CallWatcher> callWatchers,
            ObjectProvider<DutyWatcher> dutyWatchers,
            CallCounters callCounters,
            Dialer dialer,
            Wakeup wakeup) {
        var events =
                new CallEvents(
                        placedCalls,
                        trunkChannels,
                        new BoardUpkeep(board, plan),
                        new Listeners<>(callWatchers::orderedStream),
                        new Listeners<>(dutyWatchers::orderedStream),
                        callCounters,
                        dialer::hangUp,
                        wakeup::soon);
        return new Lane<>("ami-calls", MOST_EVENTS_WAITING, events, wakeup::soon);
    }

    /** Whoever speaks into a prompt is heard at once, however long a watcher takes. */
    @Bean
    Lane<AmiEvent> talkLane(ObjectProvider<TalkListener> talkListeners, Wakeup wakeup) {
        var listeners = new Listeners<TalkListener>(talkListeners::orderedStream);
        return new Lane<>(
                "ami-talk",
                MOST_EVENTS_WAITING,
                event -> {
                    if (event instanceof AmiEvent.TalkingStarted(var channel)) {
                        ChannelIds.read(channel)
                                .ifPresent(call -> listeners.tell(one -> one.talkingStarted(call)));
                    }
                },
                wakeup::soon);
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
