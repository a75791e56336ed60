package cn.anxin.hotline.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.asteriskjava.fastagi.command.SetVariableCommand;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final long START = Long.MAX_VALUE - 1000; // nanoTime may overflow
    private final Lease lease = new Lease(Duration.ofSeconds(8), START);

    @Test
    void reliesOnNothingThatItDidNotSetItself() {
        assertThat(fit(0, 0)).contains("8.000");
    }

    @Test
    void staysAsItIsWhileItFits() {
        fit(0, 0);
        assertThat(fit(0, 0)).isEmpty();
        assertThat(fit(0, 2)).isEmpty();
    }

    @Test
    void isRenewedInTime() {
        fit(0, 0);
        assertThat(fit(0, 3)).contains("8.000");
        assertThat(fit(0, 4)).isEmpty();
    }

    @Test
    void isStretchedForWhatTakesTime() {
        assertThat(fit(12.25, 1)).contains("20.250");
    }

    @Test
    void fitsAgainWhenTheWorkTookAsLongAsThought() {
        fit(12.25, 0);
        assertThat(fit(0, 12.25)).isEmpty();
    }

    @Test
    void isCutBackWhenAKeyEndedTheWorkEarly() {
        fit(12.25, 0);
        assertThat(fit(0, 1)).contains("8.000");
    }

    @Test
    void tellsWhetherItEnded() {
        assertThat(lease.ended(at(7))).isFalse();
        assertThat(lease.ended(at(8))).isTrue();
        assertThat(lease.ended(at(60))).isTrue();
        fit(0, 7);
        assertThat(lease.ended(at(8))).isFalse();
    }

    private Optional<String> fit(double workSeconds, double atSecond) {
        return lease.fit(Duration.ofMillis((long) (workSeconds * 1000)), at(atSecond))
                .map(SetVariableCommand::getValue);
    }

    private static long at(double second) {
        return START + (long) (second * 1e9);
    }
}
