package cn.anxin.hotline.wellness.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {
    private static final double THRESHOLD = Weighing.threshold(1_000_000);

    private static Observation inVain(double expected) {
        return Observation.of(expected, true);
    }

    private static Observation reached(double expected) {
        return Observation.of(expected, false);
    }

    private static List<Observation> many(int count, Observation one) {
        return IntStream.range(0, count).mapToObj(_ -> one).toList();
    }

    private static boolean alarms(List<Observation> calls) {
        return Weighing.ofSilence(calls).strength() >= THRESHOLD;
    }

    @ParameterizedTest(name = "who misses {0} of their calls: {1} in a row")
    @CsvSource({"0.01, 10", "0.05, 11", "0.1,  12", "0.2,  16", "0.3,  20", "0.5,  35", "0.95, 35"})
    void soManyDifferentPeopleInARowMakeAnAlarm(double expected, int needed) {
        assertThat(alarms(many(needed - 1, inVain(expected)))).isFalse();
        assertThat(alarms(many(needed, inVain(expected)))).isTrue();
    }

    @Test
    void twoOrNinePeopleNeverDo() {
        assertThat(alarms(many(2, inVain(0.001)))).isFalse();
        assertThat(alarms(many(9, inVain(0.001)))).isFalse();
    }

    @Test
    void sevenFailuresOfTheNetworkInARowDo() {
        assertThat(alarms(many(6, new Observation(0.05, true)))).isFalse();
        assertThat(alarms(many(7, new Observation(0.05, true)))).isTrue();
    }

    @Test
    void answersBeforeAnOutageDoNotHideIt() {
        var calls = Stream.concat(many(50, reached(0.2)).stream(), many(16, inVain(0.2)).stream());

        var result = Weighing.ofSilence(calls.toList());

        assertThat(result.strength()).isGreaterThan(THRESHOLD);
        assertThat(result.rung()).isEqualTo(16);
        assertThat(result.inVain()).isEqualTo(16);
        assertThat(result.expected()).isCloseTo(16 * 0.36, within(1e-9));
    }

    @Test
    void oneWhoIsReachedInTheMiddleDelaysIt() {
        var calls = new ArrayList<>(many(15, inVain(0.2)));
        calls.add(reached(0.2));
        assertThat(alarms(calls)).isFalse();
        calls.addAll(many(3, inVain(0.2)));
        assertThat(alarms(calls)).isTrue();
    }

    @ParameterizedTest(name = "who misses {0}: {1} reached speak for recovery")
    @CsvSource({"0.1, 2", "0.3, 2", "0.5, 3"})
    void aFewWhoAreReachedSpeakForRecovery(double expected, int needed) {
        var odds = Math.log(20);
        assertThat(Weighing.ofRecovery(many(needed - 1, reached(expected)))).isLessThan(odds);
        assertThat(Weighing.ofRecovery(many(needed, reached(expected)))).isGreaterThan(odds);
    }

    @Test
    void aLongSilenceDoesNotDrownTheFirstAnswers() {
        var calls = new ArrayList<>(many(500, inVain(0.2)));
        calls.addAll(many(2, reached(0.2)));

        assertThat(Weighing.ofRecovery(calls)).isGreaterThan(Math.log(20));
    }

    /**
     * A million calls of people as towns have them: most answer nearly always, some half of the
     * time, a few hardly ever; and of each we know twenty calls only.
     */
    @Test
    void habitsAloneGiveAtMostOneFalseAlarmInAMillionCalls() {
        assertThat(falseAlarms(1_000_000, 0)).isLessThanOrEqualTo(1);
    }

    @Test
    void notEvenOnTheWorstOrdinaryDay() {
        assertThat(falseAlarms(1_000_000, 0.2)).isLessThanOrEqualTo(1);
    }

    /**
     * @param more share of calls in vain, beyond habits
     */
    private static int falseAlarms(int calls, double more) {
        var chance = new Random(20260301);
        var alarms = 0;
        var row = new ArrayList<Observation>();
        for (int call = 0; call < calls; call++) {
            row.add(someone(chance, more));
            if (row.size() == 200) {
                row.removeFirst();
            }
            if (row.getLast().inVain() && alarms(row)) {
                alarms++;
                row.clear();
            }
        }
        return alarms;
    }

    private static Observation someone(Random chance, double more) {
        var kind = chance.nextDouble();
        var habit = kind < 0.7 ? 0.15 : kind < 0.9 ? 0.4 : 0.8;
        var past = IntStream.range(0, 20).filter(_ -> chance.nextDouble() < habit).count();
        return Observation.of(
                (past + 4 * 0.2) / 24, chance.nextDouble() < habit + more * (1 - habit));
    }

    @ParameterizedTest(name = "{0} of the calls in vain: half of the outages within {1} calls")
    @CsvSource({"1.0, 20, 30", "0.9, 30, 60"})
    void anOutageIsFoundWithinAFewCalls(double inVain, int halfWithin, int nearlyAllWithin) {
        var chance = new Random(7);
        var delays = IntStream.range(0, 1000).map(_ -> delay(chance, inVain)).sorted().toArray();

        assertThat(delays[500]).isLessThanOrEqualTo(halfWithin);
        assertThat(delays[950]).isLessThanOrEqualTo(nearlyAllWithin);
    }

    private static int delay(Random chance, double inVain) {
        var row = new ArrayList<Observation>();
        IntStream.range(0, 50).forEach(_ -> row.add(someone(chance, 0)));
        var delay = 0;
        do {
            delay++;
            var person = someone(chance, 0);
            row.add(new Observation(person.expected(), chance.nextDouble() < inVain));
        } while (!alarms(row) && delay < 1000);
        return delay;
    }
}
