package cn.anxin.hotline.asterisk.ami.calls;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.asterisk.Endpoint;
import cn.anxin.hotline.asterisk.TrunkSettings;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrunkChannelsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static final TrunkSettings SETTINGS =
            new TrunkSettings(List.of(), Endpoint.valueOf("h:1"), 5, 2, 5, List.of());

    private final TrunkChannels trunk = new TrunkChannels(SETTINGS);

    @BeforeEach
    void seen() {
        trunk.correct(Set.of(), NOW);
    }

    @Test
    void theRoundWaitsUntilTheCallsOfTheProcessBeforeAreKnown() {
        var restarted = new TrunkChannels(SETTINGS);
        assertThat(restarted.free(CallPurpose.CHECK)).isZero();
        assertThat(restarted.promise(CallId.next(CallPurpose.CHECK), NOW)).isFalse();
        assertThat(restarted.free(CallPurpose.ESCALATION)).isEqualTo(5);

        restarted.correct(Set.of("chk-1", "chk-2"), NOW);
        assertThat(restarted.free(CallPurpose.CHECK)).isEqualTo(1);
    }

    @Test
    void theRoundNeverTakesTheReserve() {
        assertThat(promises(CallPurpose.CHECK, 10)).isEqualTo(3);
        assertThat(trunk.free(CallPurpose.CHECK)).isZero();
        assertThat(promises(CallPurpose.ESCALATION, 10)).isEqualTo(2);
        assertThat(trunk.free(CallPurpose.ESCALATION)).isZero();
        assertThat(trunk.inUse()).isEqualTo(5);
    }

    @Test
    void callersCountAgainstTheRound() {
        IntStream.range(0, 4).forEach(i -> trunk.opened("1700000000." + i, NOW));
        assertThat(trunk.free(CallPurpose.CHECK)).isZero();
        assertThat(trunk.free(CallPurpose.ESCALATION)).isEqualTo(1);
    }

    @Test
    void moreThanTheCapIsNotLessThanNothing() {
        IntStream.range(0, 9).forEach(i -> trunk.opened("1700000000." + i, NOW));
        assertThat(trunk.free(CallPurpose.CHECK)).isZero();
        assertThat(trunk.free(CallPurpose.ESCALATION)).isZero();
        assertThat(trunk.promise(CallId.next(CallPurpose.ESCALATION), NOW)).isFalse();
    }

    @Test
    void aPromiseAndItsChannelAreOne() {
        var call = CallId.next(CallPurpose.CHECK);
        trunk.promise(call, NOW);
        trunk.opened(call.value(), NOW);
        assertThat(trunk.inUse()).isEqualTo(1);
        trunk.closed(call.value());
        trunk.closed(call.value());
        assertThat(trunk.inUse()).isZero();
    }

    @Test
    void theTruthPutsLostEventsRight() {
        trunk.opened("gone", NOW);
        trunk.correct(Set.of("unseen"), LATER);
        assertThat(trunk.inUse()).isEqualTo(1);
        trunk.closed("unseen");
        assertThat(trunk.inUse()).isZero();
    }

    @Test
    void aFreshPromiseOutlivesAListThatDoesNotHaveItYet() {
        trunk.promise(CallId.next(CallPurpose.CHECK), LATER);
        trunk.correct(Set.of(), LATER.plusSeconds(1));
        assertThat(trunk.inUse()).isEqualTo(1);
        trunk.correct(Set.of(), LATER.plusSeconds(6));
        assertThat(trunk.inUse()).isZero();
    }

    private long promises(CallPurpose purpose, int wishes) {
        return IntStream.range(0, wishes)
                .filter(i -> trunk.promise(CallId.next(purpose), NOW))
                .count();
    }
}
