package cn.anxin.hotline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OutageTest {
    private Instant now = Instant.parse("2026-03-01T03:00:00Z");
    private final InstantSource source = () -> now;
    private final Outage outage = new Outage(source.withZone(ZoneOffset.UTC));

    @Test
    void beginsWithTheFirstFailureAndIsToldOnce() {
        assertThat(outage.failed()).isTrue();
        assertThat(outage.failed()).isFalse();
        assertThat(outage.ongoing()).isTrue();
        assertThat(outage.mayTry()).isFalse();
    }

    @Test
    void letsOneTryThroughWhenThePauseIsOver() {
        outage.failed();

        passes(Duration.ofSeconds(1));

        assertThat(outage.mayTry()).isTrue();
        assertThat(outage.mayTry()).isFalse();
    }

    @Test
    void staysAwayForTwiceAsLongAfterEachTryUpToHalfAMinute() {
        outage.failed();
        for (int pause : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            passes(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(outage.mayTry()).as("before %d s", pause).isFalse();
            passes(Duration.ofMillis(1));
            assertThat(outage.mayTry()).as("after %d s", pause).isTrue();
            outage.failed();
        }
    }

    @Test
    void manyThatFailTogetherCountOnce() {
        for (int i = 0; i < 100; i++) {
            outage.failed();
        }

        passes(Duration.ofSeconds(1));

        assertThat(outage.mayTry()).isTrue();
    }

    @Test
    void endsWithTheFirstSuccess() {
        outage.failed();

        assertThat(outage.succeeded()).isTrue();
        assertThat(outage.succeeded()).isFalse();
        assertThat(outage.mayTry()).isTrue();
    }

    @Test
    void aClockSetBackLengthensNoPause() {
        outage.failed();

        passes(Duration.ofHours(-1));

        assertThat(outage.mayTry()).isTrue();
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
