package cn.anxin.hotline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Contact.Volunteer PAIRED = volunteer(1);
    private static final Contact.Volunteer BACKUP = volunteer(2);
    private static final Contact.DutyPhone DESK =
            new Contact.DutyPhone("值班室一", new Destination.DeskPhone("8001"));
    private static final Contact.DutyPhone MOBILE =
            new Contact.DutyPhone(
                    "值班手机", new Destination.Outside(new PhoneNumber("+8613900000200")));

    private static Contact.Volunteer volunteer(int id) {
        return new Contact.Volunteer(id, "志愿者", new PhoneNumber("+861390000000" + id));
    }

    private static Ladder ladder(Set<Contact> declined) {
        return new Ladder(List.of(PAIRED, BACKUP), List.of(DESK, MOBILE), declined);
    }

    @Test
    void firstInTurnThenWiderForEver() {
        var ladder = ladder(Set.of());

        assertThat(IntStream.range(0, 7).mapToObj(ladder::rung))
                .containsExactly(
                        List.of(PAIRED),
                        List.of(BACKUP),
                        List.of(DESK, MOBILE),
                        List.of(PAIRED, BACKUP),
                        List.of(DESK, MOBILE),
                        List.of(PAIRED, BACKUP),
                        List.of(DESK, MOBILE));
        assertThat(ladder.rung(Integer.MAX_VALUE)).isNotEmpty();
    }

    @Test
    void aLapBeginsWhenEverybodyWasTried() {
        var ladder = ladder(Set.of());

        assertThat(IntStream.range(0, 8).filter(ladder::beginsLap)).containsExactly(3, 5, 7);
    }

    @Test
    void whoDeclinedIsLeftOutOfEveryRung() {
        var ladder = ladder(Set.of(PAIRED));

        assertThat(ladder.rung(0)).isEmpty();
        assertThat(ladder.rung(3)).containsExactly(BACKUP);
    }

    @Test
    void withoutVolunteersItBeginsAtTheDesk() {
        var ladder = new Ladder(List.of(), List.of(DESK), Set.of());

        assertThat(ladder.rung(0)).containsExactly(DESK);
        assertThat(ladder.rung(2)).containsExactly(DESK);
    }

    @Test
    void withoutADeskItWouldEnd() {
        assertThatThrownBy(() -> new Ladder(List.of(PAIRED), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
