package cn.anxin.hotline.asterisk.agi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What scripts, on their own threads, tell the test. */
final class Told {
    private final BlockingQueue<Object> facts = new LinkedBlockingQueue<>();

    void tell(Object fact) {
        facts.add(fact);
    }

    /** The next fact; waits for it, not for ever. */
    Object next() {
        try {
            var fact = facts.poll(10, TimeUnit.SECONDS);
            assertThat(fact).as("something told within 10 s").isNotNull();
            return fact;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
