package cn.anxin.hotline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
    private final RetryPauses pauses =
            new RetryPauses(Duration.ofSeconds(5), Duration.ofMinutes(15), new Random(1));

    @Test
    void growFromTheFirstToTheLongest() {
        for (int attempt = 1; attempt <= 1000; attempt++) {
            var whole = Math.min(900.0, 5 * Math.pow(2, Math.min(attempt - 1, 30)));

            assertThat(pauses.after(attempt).toMillis() / 1000.0)
                    .isBetween(whole * 0.75 - 0.001, whole);
        }
    }

    @Test
    void ofMessagesThatFailedTogetherDiffer() {
        assertThat(IntStream.range(0, 20).mapToObj(_ -> pauses.after(8)).distinct().count())
                .isGreaterThan(15);
    }

    @Test
    void areAtLeastWhatTheOtherSideAsksForButNeverLongerThanTheLongest() {
        assertThat(pauses.after(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauses.after(1, Duration.ofDays(9))).isEqualTo(Duration.ofMinutes(15));
        assertThat(pauses.after(20, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(11));
    }
}
