package cn.anxin.hotline.asterisk.ami.calls;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallPurpose;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateTest {
    private final HandTurned time = new HandTurned();
    private final CallRate rate = new CallRate(5, time);

    @Test
    void theRoundStartsASecondsWorthAtOnceAndThenThatManyASecond() {
        assertThat(starts(CallPurpose.CHECK)).isEqualTo(5);
        assertThat(rate.free(CallPurpose.CHECK)).isZero();
        time.turn(Duration.ofMillis(200));
        assertThat(starts(CallPurpose.CHECK)).isEqualTo(1);
        time.turn(Duration.ofSeconds(1));
        assertThat(starts(CallPurpose.CHECK)).isEqualTo(5);
    }

    @Test
    void tellsWhenTheNextStartMayBe() {
        assertThat(rate.freeIn(CallPurpose.CHECK)).isEmpty();
        starts(CallPurpose.CHECK);
        time.turn(Duration.ofMillis(50));

        assertThat(rate.freeIn(CallPurpose.CHECK)).contains(Duration.ofMillis(150));
        assertThat(rate.freeIn(CallPurpose.ESCALATION)).isEmpty();
    }

    @Test
    void escalationStartsWhenTheRoundHasUsedItsShare() {
        starts(CallPurpose.CHECK);
        assertThat(rate.free(CallPurpose.ESCALATION)).isEqualTo(1);
        assertThat(rate.take(CallPurpose.ESCALATION)).isTrue();
        assertThat(rate.take(CallPurpose.ESCALATION)).isFalse();
    }

    @Test
    void oneCallASecondStillLetsTheRoundGoOn() {
        var slow = new CallRate(1, time);
        assertThat(slow.take(CallPurpose.CHECK)).isTrue();
        assertThat(slow.take(CallPurpose.CHECK)).isFalse();
        time.turn(Duration.ofSeconds(1));
        assertThat(slow.take(CallPurpose.CHECK)).isTrue();
    }

    @Test
    void aLongPauseDoesNotSaveUpABurst() {
        time.turn(Duration.ofHours(10));
        assertThat(starts(CallPurpose.ESCALATION)).isEqualTo(6);
    }

    private long starts(CallPurpose purpose) {
        return IntStream.range(0, 50).filter(i -> rate.take(purpose)).count();
    }

    private static final class HandTurned implements TimeMeter {
        private long nanos = 1;

        void turn(Duration on) {
            nanos += on.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
