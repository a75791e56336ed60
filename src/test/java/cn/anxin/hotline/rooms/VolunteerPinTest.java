package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Ending.Urgency;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.pin.PinEntry;
import cn.anxin.hotline.people.pin.VolunteerPins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From another telephone than their own a volunteer is known by a PIN. */
class VolunteerPinTest extends MenuStory {
    private static final String BORROWED = "+8613711112222";
    private static final String OTHER = "+8613711113333";
    private static final String OWN = VOLUNTEER.substring(3);
    private static final Ending TO_DESK = new Ending.DutyDesk(Urgency.ROUTINE, "to-duty");
    private static final Actor OFFICER = Actor.duty("王芳");

    @Autowired VolunteerPins pins;

    @AfterEach
    void forgetTheTries() {
        jdbc.sql("truncate pin_tries").update();
    }

    private String pin() {
        return pins.give(paired(), OFFICER).orElseThrow();
    }

    private static String wrong(String pin) {
        return (pin.startsWith("0") ? "1" : "0") + pin.substring(1);
    }

    private PinEntry enter(@Nullable String caller, String number, String pin) {
        return pins.enter(
                CALL,
                Optional.ofNullable(caller).map(PhoneNumber::new),
                Optional.of(new PhoneNumber("+86" + number)),
                pin);
    }

    @Test
    void theirNumberAndTheirPinOpenTheirMenu() {
        taken();
        var line = pressing(BORROWED, "9" + OWN + "#" + pin() + "112");
        turn.hold(line);

        assertThat(line.heard("volunteer-type-number")).isTrue();
        assertThat(incidentColumn("settled_by")).isEqualTo("volunteer:" + paired());
        assertThat(journalled("volunteer-known-by-pin")).hasSize(1);
    }

    @Test
    void aStarBeginsTheNumberAnewAndAPauseEndsIt() {
        taken();
        var keys = new ArrayList<Answer>();
        for (var key : ("9" + "12*" + OWN).toCharArray()) {
            keys.add(new Answer.Pressed(key));
        }
        keys.add(new Answer.Silent());
        for (var key : (pin() + "112").toCharArray()) {
            keys.add(new Answer.Pressed(key));
        }
        keys.add(new Answer.HungUp());
        turn.hold(from(BORROWED, keys.toArray(Answer[]::new)));

        assertThat(incidentColumn("outcome")).isEqualTo("WELL");
    }

    @Test
    void whoTypesNothingGetsAPerson() {
        var line = from(BORROWED, new Answer.Pressed('9'), new Answer.Silent());
        assertThat(turn.hold(line)).isEqualTo(TO_DESK);
    }

    @Test
    void whoMistypesMayTryAgainAndElseGetsAPerson() {
        taken();
        var pin = pin();
        var line = pressing(BORROWED, "9" + OWN + "#" + wrong(pin) + "1" + OWN + "#" + pin + "112");
        turn.hold(line);
        assertThat(line.heard("volunteer-pin-wrong")).isTrue();
        assertThat(incidentColumn("outcome")).isEqualTo("WELL");

        var keys = new ArrayList<Answer>();
        for (var key : ("9" + OWN + "#" + wrong(pin)).toCharArray()) {
            keys.add(new Answer.Pressed(key));
        }
        keys.add(new Answer.Silent());
        assertThat(turn.hold(from(BORROWED, keys.toArray(Answer[]::new)))).isEqualTo(TO_DESK);
    }

    @Test
    void fortyDigitsAreNoNumberAndNoPin() {
        pin();
        var line = pressing(BORROWED, "9" + "1".repeat(40));

        assertThat(turn.hold(line)).isNotNull();
        assertThat(line.heard("volunteer-pin-wrong")).isTrue();
        assertThat(line.heard("volunteer-menu-person")).isFalse();
    }

    @Test
    void fiveWrongOnesLockTheTelephoneWhateverNumberIsTyped() {
        var pin = pin();
        for (int time = 0; time < 5; time++) {
            assertThat(enter(BORROWED, "1390000020" + time, wrong(pin)))
                    .isInstanceOf(PinEntry.Wrong.class);
        }
        assertThat(enter(BORROWED, OWN, pin)).isInstanceOf(PinEntry.Locked.class);
        assertThat(enter(OTHER, OWN, pin)).isEqualTo(new PinEntry.Right(paired()));
        assertThat(journalled("pin-%")).contains("pin-wrong", "pin-locked", "pin-refused");
    }

    @Test
    void fiveWrongOnesLockTheVolunteerWhateverTelephoneRings() {
        var pin = pin();
        for (int time = 0; time < 5; time++) {
            enter("+8613711110" + "00" + time, OWN, wrong(pin));
        }
        assertThat(enter(OTHER, OWN, pin)).isInstanceOf(PinEntry.Locked.class);
        assertThat(enter(null, OWN, pin)).isInstanceOf(PinEntry.Locked.class);
    }

    @Test
    void aNumberThatIsNobodysIsLockedJustTheSame() {
        for (int time = 0; time < 5; time++) {
            assertThat(enter("+8613711110" + "00" + time, "13900000999", "123456"))
                    .isInstanceOf(PinEntry.Wrong.class);
        }
        assertThat(enter(OTHER, "13900000999", "123456")).isInstanceOf(PinEntry.Locked.class);
    }

    @Test
    void whoIsLockedOutHearsItKindlyAndGetsAPerson() {
        var pin = pin();
        for (int time = 0; time < 5; time++) {
            enter(BORROWED, OWN, wrong(pin));
        }
        var keys = new ArrayList<Answer>();
        for (var key : ("9" + OWN + "#" + pin).toCharArray()) {
            keys.add(new Answer.Pressed(key));
        }
        var line = from(BORROWED, keys.toArray(Answer[]::new));

        assertThat(turn.hold(line)).isEqualTo(TO_DESK);
        assertThat(line.heard("volunteer-locked")).isTrue();
    }

    @Test
    void aLockEnds() {
        var pin = pin();
        for (int time = 0; time < 5; time++) {
            enter(BORROWED, OWN, wrong(pin));
        }
        jdbc.sql("update pin_tries set locked_until = clock_timestamp()").update();

        assertThat(enter(BORROWED, OWN, pin)).isEqualTo(new PinEntry.Right(paired()));
    }

    @Test
    void whoIsRightEveryTimeIsNeverLocked() {
        var pin = pin();
        for (int time = 0; time < 12; time++) {
            assertThat(enter(BORROWED, OWN, pin)).isEqualTo(new PinEntry.Right(paired()));
        }
    }

    @Test
    void manyCallsAtOnceHaveNoMoreTriesThanOne() throws InterruptedException, ExecutionException {
        var pin = pin();
        List<Callable<PinEntry>> calls = new ArrayList<>();
        for (int call = 0; call < 12; call++) {
            calls.add(() -> enter(BORROWED, OWN, wrong(pin)));
        }
        var weighed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PinEntry> entry : threads.invokeAll(calls)) {
                weighed += entry.get() instanceof PinEntry.Wrong ? 1 : 0;
            }
        }
        assertThat(weighed).isEqualTo(5);
    }

    @Test
    void aNewPinVoidsTheOldOneAndAWithdrawnOneIsNone() {
        var old = pin();
        var fresh = pin();
        if (!old.equals(fresh)) {
            assertThat(enter(BORROWED, OWN, old)).isInstanceOf(PinEntry.Wrong.class);
        }
        assertThat(enter(BORROWED, OWN, fresh)).isEqualTo(new PinEntry.Right(paired()));
        assertThat(pins.withdraw(paired(), OFFICER)).isTrue();
        assertThat(pins.withdraw(paired(), OFFICER)).isFalse();
        assertThat(enter(BORROWED, OWN, fresh)).isInstanceOf(PinEntry.Wrong.class);
    }

    @Test
    void theJournalTellsThatItWasTriedAndNothingThatWasTyped() {
        taken();
        var pin = pin();
        turn.hold(pressing(BORROWED, "9" + OWN + "#" + wrong(pin) + "1" + OWN + "#" + pin));

        assertThat(
                        jdbc.sql(
                                        """
                                        select kind || detail::text from journal
                                        where kind like 'pin-%' or kind like 'volunteer-%' order by id
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "volunteer-pin-given{\"volunteer\": \"%d\"}".formatted(paired()),
                        "pin-wrong{}",
                        "volunteer-known-by-pin{}");
    }

    @Test
    void aDatabaseAloneDoesNotLetAnybodyTryPinsOut() {
        pin();

        assertThat(
                        jdbc.sql("select encode(pin, 'escape') from volunteer_pin")
                                .query(String.class)
                                .single())
                .doesNotContain("$2");
    }
}
