package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Only one service at a time has the databases of a home; a second one would stop them under the
 * first. The kernel lets go of it when the process dies, however it dies.
 */
final class HomeLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HomeLock.class);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param patience for a predecessor that was told to end and is at it
     * @throws DatabaseFailed if another service has it, and keeps it
     */
    static HomeLock take(Path home, Duration patience) throws InterruptedException {
        var file = home.resolve("run/databases.lock");
        try {
            Files.createDirectories(file.getParent());
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) != null) {
                return new HomeLock(channel);
            }
            log.info("another service is on {}; waiting for its end", home);
            if (!Patience.until(() -> lock(channel) != null, patience)) {
                channel.close();
                throw new DatabaseFailed("another service is running on " + home);
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new DatabaseFailed("cannot write to " + home, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
