package cn.anxin.hotline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.testing.TestRedis;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScreenHintsTest {
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void manyChangesAtOnceAreOneHint() {
        try (var hints = new ScreenHints()) {
            hints.watch(told::incrementAndGet);

            var began = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                hints.changed();
            }

            await().until(() -> told.get() >= 1);
            var fifths = (System.nanoTime() - began) / 200_000_000;
            assertThat(told.get()).isLessThanOrEqualTo((int) fifths + 1);
        }
    }

    @Test
    void aScreenThatFailsKeepsNoOtherFromBeingTold() {
        try (var hints = new ScreenHints()) {
            hints.watch(() -> {
                throw new IllegalStateException("broken screen");
            });
            hints.watch(told::incrementAndGet);

            hints.changed();
            await().until(() -> told.get() == 1);
            hints.changed();
            await().until(() -> told.get() == 2);
        }
    }

    @Test
    void whoStoppedWatchingIsToldNoMore() {
        try (var hints = new ScreenHints()) {
            var gone = new AtomicInteger();
            var end = hints.watch(gone::incrementAndGet);
            hints.watch(told::incrementAndGet);
            end.run();

            hints.changed();

            await().until(() -> told.get() == 1);
            assertThat(gone).hasValue(0);
        }
    }

    @Test
    void reachScreensOfAnotherProcessThroughRedis() {
        try (var redis = TestRedis.start();
                var one = new LiveProcess(redis.url());
                var other = new LiveProcess(redis.url())) {
            other.hints.watch(told::incrementAndGet);
            // its subscription begins with a hint of its own
            await().until(() -> told.get() >= 1);

            var before = told.get();
            await().until(() -> {
                one.hints.changed();
                return told.get() > before;
            });
        }
    }

    @Test
    void reachScreensHereWhileRedisIsAway() {
        try (var redis = TestRedis.start();
                var service = new LiveProcess(redis.url())) {
            redis.stop();
            service.hints.watch(told::incrementAndGet);

            service.hints.changed();

            await().until(() -> told.get() >= 1);
        }
    }
}
