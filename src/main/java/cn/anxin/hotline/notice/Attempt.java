package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.Channel;
import cn.anxin.hotline.notice.channel.LineFault;
import cn.anxin.hotline.notice.channel.Message;
import cn.anxin.hotline.notice.channel.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt on a thread of its own, with an end: whatever holds it up (a look-up, a handshake, an
 * answer that drips), it is interrupted when the patience is over. A virtual thread's socket is
 * closed by that.
 */
final class Attempt {
    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    private final FutureTask<Outcome> sending;
    private final Thread thread;

    private Attempt(Channel channel, Message message) {
        sending = new FutureTask<>(() -> send(channel, message));
        thread = Thread.ofVirtual().name("notice-" + channel.terms().name()).start(sending);
    }

    static Attempt begin(Channel channel, Message message) {
        return new Attempt(channel, message);
    }

    private static Outcome send(Channel channel, Message message) throws InterruptedException {
        try {
            return channel.send(message);
        } catch (IOException e) {
            var fault = LineFault.of(e);
            return new Outcome.NotNow(fault == null ? Fault.CUT_OFF : fault, null);
        }
    }

    /** Of this attempt, at the latest when the patience is over. */
    Outcome outcome(Duration patience) throws InterruptedException {
        try {
            return sending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new Outcome.NotNow(Fault.TIMED_OUT, null);
        } catch (ExecutionException e) {
            // a message may hold what made it fail, so its words are not logged
            log.error(
                    "A notice could not be sent: {}", sending.exceptionNow().getClass().getName());
            return new Outcome.NotNow(Fault.OUR_FAULT, null);
        }
    }

    /** Until nothing of it runs any more; a look-up of a name heeds no interrupt. */
    void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
