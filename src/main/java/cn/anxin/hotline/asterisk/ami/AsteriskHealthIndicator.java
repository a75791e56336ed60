package cn.anxin.hotline.asterisk.ami;

import cn.anxin.hotline.asterisk.ami.calls.TrunkChannels;
import cn.anxin.hotline.asterisk.ami.connection.AmiConnection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while both logins are connected: we hear Asterisk and it does as we say. */
final class AsteriskHealthIndicator implements HealthIndicator {
    private final AmiConnection events;
    private final AmiConnection actions;
    private final TrunkChannels trunk;

    AsteriskHealthIndicator(AmiConnection events, AmiConnection actions, TrunkChannels trunk) {
        this.events = events;
        this.actions = actions;
        this.trunk = trunk;
    }

    @Override
    public Health health() {
        var health = events.connected() && actions.connected() ? Health.up() : Health.down();
        return health.withDetail("events", events.connected())
                .withDetail("actions", actions.connected())
                .withDetail("channelsInUse", trunk.inUse())
                .withDetail("channels", trunk.cap())
                .build();
    }
}
