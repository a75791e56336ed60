package cn.anxin.hotline.asterisk.agi.server;

import cn.anxin.hotline.asterisk.AsteriskSettings;
import cn.anxin.hotline.asterisk.agi.AgiSettings;
import cn.anxin.hotline.asterisk.agi.script.CallScripts;
import cn.anxin.hotline.call.NumberPlan;
import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes calls while the service runs: begins after, and ends before, all that a script needs (the
 * default phase is the last to start and the first to stop).
 */
@Component
final class FastAgi implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FastAgi.class);

    private final InetSocketAddress address;
    private final AgiSettings settings;
    private final NumberPlan plan;
    private final CallScripts scripts;
    private final ServerMeters meters;
    private final Admission admission;
    private volatile @Nullable AgiServer server;

    FastAgi(
            AsteriskSettings asterisk,
            AgiSettings settings,
            NumberPlan plan,
            CallScripts scripts,
            ServerMeters meters) {
        this.address = new InetSocketAddress(asterisk.agi().host(), asterisk.agi().port());
        this.settings = settings;
        this.plan = plan;
        this.scripts = scripts;
        this.meters = meters;
        this.admission = new Admission(settings, Ticker.systemTicker());
        meters.watchScripts(admission::scripts);
    }

    @Override
    public void start() {
        server = new AgiServer(address, settings, plan, scripts, admission, meters);
        log.info("FastAGI listens on {}", address);
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
