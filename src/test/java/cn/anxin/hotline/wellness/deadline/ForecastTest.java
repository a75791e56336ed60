package cn.anxin.hotline.wellness.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.wellness.deadline.Forecast.Late;
import cn.anxin.hotline.wellness.deadline.Forecast.Pace;
import cn.anxin.hotline.wellness.deadline.Forecast.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten lines and calls of a minute, unless it says otherwise: ten people a minute. */
class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Pace TEN_A_MINUTE = new Pace(0, 10, 100, Duration.ofMinutes(1), 1);

    private static Share people(int count, int fromMinute, int toMinute) {
        return people(count, fromMinute, toMinute, 0);
    }

    private static Share people(int count, int fromMinute, int toMinute, int precedence) {
        return new Share(minute(fromMinute), minute(toMinute), precedence, count, 0);
    }

    private static Instant minute(int minute) {
        return NOW.plus(Duration.ofMinutes(minute));
    }

    private static int late(Pace pace, Share... left) {
        return Forecast.of(NOW, List.of(left), pace).people();
    }

    @ParameterizedTest(name = "{0} people in {1} minutes: {2} are late")
    @CsvSource({"0, 10, 0", "1, 1, 0", "100, 10, 0", "101, 10, 1", "250, 10, 150", "11, 1, 1"})
    void whoDoesNotFitIsLate(int people, int minutes, int late) {
        assertThat(late(TEN_A_MINUTE, people(people, -5, minutes))).isEqualTo(late);
    }

    @Test
    void nobodyLeftIsNobodyLate() {
        assertThat(Forecast.of(NOW, List.of(), TEN_A_MINUTE)).isEqualTo(new Late(0, null));
    }

    @ParameterizedTest(name = "{0} free lines, {1} people, half a minute: {2} are late")
    @CsvSource({"10, 10, 0", "10, 15, 0", "10, 16, 1", "0, 5, 0", "0, 6, 1", "3, 9, 1"})
    void freeLinesRingAtOnce(int free, int people, int late) {
        var pace = new Pace(free, 10, 100, Duration.ofMinutes(1), 1);
        var share = new Share(NOW, NOW.plusSeconds(30), 0, people, 0);
        assertThat(late(pace, share)).isEqualTo(late);
    }

    @Test
    void theCallsASecondBoundIt() {
        var pace = new Pace(1000, 1000, 2, Duration.ofSeconds(20), 1);
        // two a second for a minute, and the one that may begin at once
        assertThat(late(pace, people(121, 0, 1))).isZero();
        assertThat(late(pace, people(131, 0, 1))).isEqualTo(10);
    }

    @Test
    void callsThatTakeTwiceAsLongReachHalfAsMany() {
        var slow = new Pace(0, 10, 100, Duration.ofMinutes(2), 1);
        assertThat(late(slow, people(50, 0, 10))).isZero();
        assertThat(late(slow, people(100, 0, 10))).isEqualTo(50);
    }

    @Test
    void whoTakesTwoCallsTakesTwiceTheTime() {
        var insistent = new Pace(0, 10, 100, Duration.ofMinutes(1), 2);
        assertThat(late(insistent, people(50, 0, 10))).isZero();
        assertThat(late(insistent, people(60, 0, 10))).isEqualTo(10);
    }

    @Test
    void whoWasRungBeforeTakesLinesAndIsNotLate() {
        assertThat(late(TEN_A_MINUTE, new Share(NOW, minute(10), 0, 0, 500))).isZero();
        assertThat(late(TEN_A_MINUTE, new Share(NOW, minute(10), 1, 0, 60), people(50, 0, 10)))
                .isEqualTo(10);
    }

    @Test
    void theWindowThatClosesFirstGoesFirst() {
        var left = List.of(people(100, 0, 20), people(100, 0, 10));
        assertThat(Forecast.of(NOW, left, TEN_A_MINUTE)).isEqualTo(new Late(0, null));
    }

    @Test
    void precedenceGoesBeforeTheClock() {
        var left = List.of(people(100, 0, 20, 1), people(100, 0, 10, 0));
        assertThat(Forecast.of(NOW, left, TEN_A_MINUTE)).isEqualTo(new Late(100, minute(10)));
    }

    @Test
    void whoseWindowOpensLaterCannotBeRungBefore() {
        assertThat(late(TEN_A_MINUTE, people(100, 50, 60))).isEqualTo(0);
        assertThat(late(TEN_A_MINUTE, people(120, 50, 60))).isEqualTo(10);
    }

    @Test
    void idleTimeIsNotSavedUpBeyondTheLines() {
        // ten lines are free when it opens, and ten more calls fit a minute
        assertThat(late(TEN_A_MINUTE, people(20, 60, 61))).isZero();
        assertThat(late(TEN_A_MINUTE, people(21, 60, 61))).isEqualTo(1);
    }

    @Test
    void twoOverlappingWindowsShareTheLines() {
        var morning = people(100, 0, 10);
        var overlapping = people(100, 5, 15);
        assertThat(late(TEN_A_MINUTE, morning, overlapping)).isEqualTo(50);
        assertThat(late(TEN_A_MINUTE, morning, people(50, 5, 15))).isZero();
    }

    @Test
    void tellsWhenTheFirstOfThemIsLate() {
        var left = List.of(people(10, 0, 5), people(300, 10, 20), people(300, 10, 40));
        assertThat(Forecast.of(NOW, left, TEN_A_MINUTE).firstAt()).isEqualTo(minute(20));
    }

    @Test
    void windowsThatHaveClosedAreOver() {
        assertThat(late(TEN_A_MINUTE, people(50, -20, 0), people(50, -20, -5))).isZero();
    }

    @Test
    void theOrderInWhichTheyAreToldDoesNotMatter() {
        var left =
                IntStream.range(0, 40)
                        .mapToObj(i -> people(7 + i % 5, i % 9, 10 + i % 7, i % 3))
                        .toList();
        assertThat(Forecast.of(NOW, left.reversed(), TEN_A_MINUTE))
                .isEqualTo(Forecast.of(NOW, left, TEN_A_MINUTE));
    }

    @Test
    void moreLinesNeverMakeMorePeopleLate() {
        var left = List.of(people(90, 0, 10), people(70, 5, 9, 1), people(200, 12, 30));
        var late =
                IntStream.rangeClosed(1, 30)
                        .map(lines ->
                                Forecast.of(
                                                NOW,
                                                left,
                                                new Pace(0, lines, 100, Duration.ofMinutes(1), 1.3))
                                        .people())
                        .toArray();
        for (int lines = 1; lines < late.length; lines++) {
            assertThat(late[lines]).isLessThanOrEqualTo(late[lines - 1]);
        }
        assertThat(late[0]).isPositive();
        assertThat(late[late.length - 1]).isZero();
    }

    @Test
    void aCityIsToldInAMoment() {
        var city = IntStream.range(0, 600).mapToObj(i -> people(500, i, 60 + i, i % 3)).toList();
        var pace = new Pace(500, 1000, 50, Duration.ofSeconds(40), 1.4);
        assertThat(Forecast.of(NOW, city, pace).people()).isZero();
    }
}
