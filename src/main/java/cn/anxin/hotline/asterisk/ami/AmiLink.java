package cn.anxin.hotline.asterisk.ami;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The moving parts, started and stopped together. Starting waits for nothing: Asterisk may come
 * later.
 */
final class AmiLink implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);

    private final List<AmiConnection> logins;
    private final List<Lane<AmiEvent>> lanes;
    private final Resynchronisation resynchronisation;
    private volatile boolean running;

    AmiLink(
            List<AmiConnection> logins,
            List<Lane<AmiEvent>> lanes,
            Resynchronisation resynchronisation) {
        this.logins = logins;
        this.lanes = lanes;
        this.resynchronisation = resynchronisation;
    }

    @Override
    public void start() {
        lanes.forEach(Lane::start);
        resynchronisation.start();
        logins.forEach(AmiConnection::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (var login : logins) {
                login.stop();
            }
        } catch (InterruptedException e) {
            LOG.warn("interrupted while leaving Asterisk");
            Thread.currentThread().interrupt();
        }
        resynchronisation.stop();
        lanes.forEach(Lane::stop);
    }

    /** Before any work is due and any call is taken, and until they are over. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
