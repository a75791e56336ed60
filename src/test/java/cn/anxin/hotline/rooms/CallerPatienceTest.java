package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallerPatience;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallerPatienceTest {

    @Test
    void nobodyWaitsForWorkThatHangsAndItMayStillSucceed() throws InterruptedException {
        var databaseBack = new CountDownLatch(1);
        var done = new CountDownLatch(1);

        var inTime =
                CallerPatience.within(
                        "a frozen database",
                        (Runnable)
                                () -> {
                                    awaitQuietly(databaseBack);
                                    done.countDown();
                                });
        assertThat(inTime).isFalse();
        databaseBack.countDown();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatFailsIsNotDone() {
        Supplier<String> failing =
                () -> {
                    throw new IllegalStateException("no connection");
                };
        assertThat(CallerPatience.within("a dead database", failing)).isEmpty();
    }

    @Test
    void workThatIsQuickIsDone() {
        var done = new AtomicBoolean();

        assertThat(CallerPatience.within("a well database", (Runnable) () -> done.set(true)))
                .isTrue();
        assertThat(done).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
