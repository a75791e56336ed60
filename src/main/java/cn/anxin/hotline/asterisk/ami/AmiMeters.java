package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.ami.calls.AmiEvent;
import cn.anxin.hotline.asterisk.ami.calls.TrunkChannels;
import cn.anxin.hotline.asterisk.ami.connection.AmiConnection;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** The state of the link to Asterisk and of the trunk, for monitoring. */
final class AmiMeters implements MeterBinder {
    private final List<AmiConnection> logins;
    private final List<Lane<AmiEvent>> lanes;
    private final TrunkChannels trunk;

    AmiMeters(List<AmiConnection> logins, List<Lane<AmiEvent>> lanes, TrunkChannels trunk) {
        this.logins = logins;
        this.lanes = lanes;
        this.trunk = trunk;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var login : logins) {
            Gauge.builder("hotline.asterisk.connected", login, one -> one.connected() ? 1 : 0)
                    .tag("login", login.name())
                    .register(registry);
            FunctionCounter.builder(
                            "hotline.asterisk.connections", login, AmiConnection::connections)
                    .tag("login", login.name())
                    .register(registry);
        }
        FunctionCounter.builder(
                        "hotline.asterisk.events.dropped",
                        lanes,
                        all -> all.stream().mapToLong(Lane::lost).sum())
                .register(registry);
        Gauge.builder("hotline.trunk.channels.used", trunk, TrunkChannels::inUse)
                .register(registry);
        Gauge.builder("hotline.trunk.channels.cap", trunk, TrunkChannels::cap).register(registry);
    }
}
