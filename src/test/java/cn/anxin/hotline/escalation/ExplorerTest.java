package cn.anxin.hotline.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code ops/hotline prove escalation} goes on where these end. */
class ExplorerTest {

    @Test
    void whateverGoesWrongOnceSomebodyMissedIsNotLost() {
        explored(Severity.MISSED, Troubles.each(1));
    }

    @Test
    void norInAnEmergency() {
        explored(Severity.EMERGENCY, Troubles.each(1));
    }

    private static void explored(Severity severity, Troubles troubles) {
        try (var _ = new QuietLog()) {
            var explored = new Explorer(16).explore(severity, troubles, 60_000);
            System.out.println("explored " + severity + ": " + explored);
            assertThat(explored.states()).isGreaterThan(10_000);
        }
    }
}
