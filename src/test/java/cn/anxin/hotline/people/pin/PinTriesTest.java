package cn.anxin.hotline.people.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PinTriesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final PinSettings SETTINGS =
            new PinSettings(
                    5,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(24),
                    Duration.ofDays(7));

    private static PinTries counted(PinTries before, int times, Instant at) {
        var tries = before;
        for (int time = 0; time < times; time++) {
            tries = tries.counted(at, SETTINGS);
        }
        return tries;
    }

    private static Instant after(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void fourWrongOnesLockNothingAndTheFifthDoes() {
        var four = counted(PinTries.none(NOW), 4, NOW);
        assertThat(four.isLocked(NOW)).isFalse();

        var five = four.counted(after(14), SETTINGS);
        assertThat(five.isLocked(after(14))).isTrue();
        assertThat(five.isLocked(after(43))).isTrue();
        assertThat(five.isLocked(after(44))).isFalse();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        var four = counted(PinTries.none(NOW), 4, NOW);

        assertThat(four.counted(after(15), SETTINGS).tries()).isEqualTo(1);
    }

    @Test
    void eachLockIsTwiceAsLongUntilADay() {
        var tries = PinTries.none(NOW);
        var at = NOW;
        for (var minutes : new int[] {30, 60, 120, 240, 480, 960, 1440, 1440}) {
            tries = counted(tries, 5, at);
            assertThat(tries.lockedUntil()).isEqualTo(at.plus(Duration.ofMinutes(minutes)));
            at = at.plus(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void aRightOneIsTakenBackAlsoIfItWasTheLastBeforeALock() {
        var five = counted(PinTries.none(NOW), 5, NOW);

        assertThat(five.takenBack()).isEqualTo(new PinTries(4, NOW, 0, null));
        assertThat(PinTries.none(NOW).takenBack()).isEqualTo(PinTries.none(NOW));
    }
}
