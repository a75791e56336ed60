package cn.anxin.hotline.escalation.course;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TalkBeginsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Terms TERMS =
            new Terms(
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1));
    private static final CallId CALL = CallId.next(CallPurpose.ESCALATION);

    private static Course after(Course course, Happening happening) {
        return Rules.after(course, happening, NOW, TERMS).after();
    }

    private static Course rung() {
        return after(
                Course.opened(Severity.MISSED, NOW),
                new Happening.RungBegins(0, Set.of(CALL), Duration.ofMinutes(4)));
    }

    @Test
    void theNextRungWaitsForTheTalkAndNoLonger() {
        var talking = after(rung(), new Happening.TalkBegins(CALL, LONGEST));

        assertThat(talking.nextActionAt()).isEqualTo(NOW.plus(LONGEST));
        assertThat(talking.looksForSomebody()).isTrue();
        assertThat(after(talking, new Happening.CallOver(CALL, Duration.ZERO)).nextActionAt())
                .isEqualTo(NOW);
    }

    @Test
    void whatSomebodyHasTakenDoesNotWaitForAnotherTalk() {
        var taken = after(rung(), new Happening.Taken(Actor.duty("值班一号")));

        assertThat(after(taken, new Happening.TalkBegins(CALL, LONGEST))).isEqualTo(taken);
    }

    @Test
    void aCallThatIsOverHoldsNothingUp() {
        var over = after(rung(), new Happening.CallOver(CALL, Duration.ZERO));

        assertThat(after(over, new Happening.TalkBegins(CALL, LONGEST))).isEqualTo(over);
    }

    @Test
    void whoHandedItOverStillLapsesInTime() {
        var lapsing =
                after(
                                after(rung(), new Happening.Taken(Actor.duty("值班一号"))),
                                new Happening.HandedOver(Actor.duty("值班一号")))
                        .with(Set.of(CALL));

        assertThat(after(lapsing, new Happening.TalkBegins(CALL, Duration.ofHours(1))))
                .extracting(Course::nextActionAt)
                .isEqualTo(NOW.plus(TERMS.seen()));
    }
}
