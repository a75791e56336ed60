package cn.anxin.hotline.escalation.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Contact PAIRED = volunteer(1, Role.PAIRED);
    private static final Contact BACKUP = volunteer(2, Role.BACKUP);
    private static final Contact DESK =
            new Contact(Actor.duty("值班室一"), Role.DESK, "值班室一", new Destination.DeskPhone("8001"));
    private static final Contact MOBILE =
            new Contact(
                    Actor.duty("值班手机"),
                    Role.DESK,
                    "值班手机",
                    new Destination.Outside(new PhoneNumber("+8613900000200")));
    private static final Duration LAP_REST = Duration.ofMinutes(1);
    private static final Ladder LADDER =
            new Ladder(
                    List.of(rung(PAIRED), rung(BACKUP), rung(DESK, MOBILE)),
                    List.of(rung(PAIRED, BACKUP), rung(DESK, MOBILE)),
                    LAP_REST);

    private static Contact volunteer(int id, Role role) {
        return new Contact(
                Actor.volunteer(id),
                role,
                "志愿者",
                new Destination.Outside(new PhoneNumber("+861390000000" + id)));
    }

    private static Rung rung(Contact... contacts) {
        return new Rung(List.of(contacts), Duration.ofSeconds(30), Duration.ZERO);
    }

    private static Predicate<Contact> allBut(Contact... contacts) {
        var not = Set.copyOf(Arrays.asList(contacts));
        return contact -> !not.contains(contact);
    }

    private static List<Contact> found(int place, Predicate<Contact> free) {
        return LADDER.next(place, free).orElseThrow().rung().contacts();
    }

    @Test
    void firstInTurnThenWiderForEver() {
        assertThat(IntStream.range(0, 7).mapToObj(place -> LADDER.rung(place).contacts()))
                .containsExactly(
                        List.of(PAIRED),
                        List.of(BACKUP),
                        List.of(DESK, MOBILE),
                        List.of(PAIRED, BACKUP),
                        List.of(DESK, MOBILE),
                        List.of(PAIRED, BACKUP),
                        List.of(DESK, MOBILE));
        assertThat(LADDER.rung(Integer.MAX_VALUE / 2).contacts()).isNotEmpty();
    }

    @Test
    void everybodyRestsBeforeTheyAreRungAgain() {
        assertThat(IntStream.range(0, 7).mapToObj(place -> LADDER.restBefore(place, place)))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        LAP_REST,
                        Duration.ZERO,
                        LAP_REST,
                        Duration.ZERO);
    }

    @Test
    void aLapThatBeginsWithNobodyIsALapAllTheSame() {
        assertThat(LADDER.restBefore(1, 2)).isZero();
        assertThat(LADDER.restBefore(2, 4)).isEqualTo(LAP_REST);
        assertThat(LADDER.restBefore(4, 5)).isEqualTo(LAP_REST);
        assertThat(LADDER.restBefore(3, 7)).isEqualTo(LAP_REST);
    }

    @Test
    void whoCannotBeRungCostsNoTime() {
        assertThat(found(0, allBut(PAIRED))).containsExactly(BACKUP);
        assertThat(found(0, allBut(PAIRED, BACKUP))).containsExactly(DESK, MOBILE);
        assertThat(found(3, allBut(PAIRED))).containsExactly(BACKUP);
    }

    @Test
    void aRungFarDownIsFoundFromAnyPlace() {
        for (int place = 0; place < 20; place++) {
            assertThat(found(place, allBut(PAIRED, BACKUP, DESK))).containsExactly(MOBILE);
        }
    }

    @Test
    void nobodyIsFoundWhileEverybodyIsBusy() {
        assertThat(LADDER.next(0, _ -> false)).isEmpty();
    }

    @Test
    void everybodyIsNamedOnce() {
        assertThat(LADDER.everybody(_ -> true)).containsExactly(PAIRED, BACKUP, DESK, MOBILE);
    }

    @Test
    void withoutAnybodyItWouldEnd() {
        assertThatThrownBy(() -> new Ladder(List.of(), List.of(rung()), LAP_REST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
