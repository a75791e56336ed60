package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.asterisk.TalkListener;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.asterisk.ami.connection.AmiConnection;
import cn.anxin.hotline.asterisk.ami.connection.AmiTimings;
import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.DutyWatcher;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.RoundCapacity;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins what places calls with what draws the conclusions. */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

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
    RoundCapacity roundCapacity(TrunkSettings trunk) {
        return new RoundCapacity(trunk.channels() - trunk.reserve(), trunk.callsPerSecond());
    }

    @Bean
    CallCounters callCounters(MeterRegistry registry) {
        return new CallCounters(registry);
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
    Consumer<AmiEvent> callEvents(
            PlacedCalls placedCalls,
            TrunkChannels trunkChannels,
            CallBoard board,
            NumberPlan plan,
            ObjectProvider<CallWatcher> callWatchers,
            ObjectProvider<DutyWatcher> dutyWatchers,
            CallCounters callCounters,
            Dialer dialer,
            Wakeup wakeup) {
        return new CallEvents(
                placedCalls,
                trunkChannels,
                new BoardUpkeep(board, plan),
                new Listeners<>(callWatchers::orderedStream),
                new Listeners<>(dutyWatchers::orderedStream),
                callCounters,
                dialer::hangUp,
                wakeup::soon);
    }

    @Bean
    Consumer<AmiEvent> talkEvents(ObjectProvider<TalkListener> talkListeners) {
        var listeners = new Listeners<TalkListener>(talkListeners::orderedStream);
        return event -> {
            switch (event) {
                case AmiEvent.TalkingStarted(var channel) ->
                        ChannelIds.read(channel)
                                .ifPresent(call -> listeners.tell(one -> one.talkingStarted(call)));
                case AmiEvent.TalkingStopped(var channel, var spoken) ->
                        ChannelIds.read(channel)
                                .ifPresent(call ->
                                        listeners.tell(one -> one.talkingStopped(call, spoken)));
                default -> {
                    // told on the other lane
                }
            }
        };
    }
}
