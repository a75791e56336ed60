package cn.anxin.hotline.asterisk.ami.calls;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lets anybody ask for a resynchronisation soon. Safe for any thread. */
public final class Wakeup {
    private final BlockingQueue<Boolean> wanted = new ArrayBlockingQueue<>(1);

    /** Never blocks; asking often is asking once. */
    public void soon() {
        wanted.offer(true);
    }

    boolean cameWithin(Duration patience) throws InterruptedException {
        return wanted.poll(patience.toNanos(), TimeUnit.NANOSECONDS) != null;
    }

    void forget() {
        wanted.clear();
    }
}
