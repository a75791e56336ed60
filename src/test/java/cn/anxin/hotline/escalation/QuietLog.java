package cn.anxin.hotline.escalation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Millions of calls are placed; their lines in the log help nobody. */
final class QuietLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(QuietLog.class.getPackageName());
    private final @Nullable Level before = logger.getLevel();

    QuietLog() {
        logger.setLevel(Level.OFF);
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
