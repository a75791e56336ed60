package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.CallerPatience;
import cn.anxin.hotline.call.Line;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.Question;
import cn.anxin.hotline.inbound.InboundSettings;
import cn.anxin.hotline.people.pin.PinEntry;
import cn.anxin.hotline.people.pin.VolunteerPins;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * From a telephone that we do not know: their registered number and their PIN. Whoever types
 * nothing, gives up or is locked out gets a person.
 */
@Component
class PinDialogue {
    /** E.164. */
    private static final int LONGEST_NUMBER = 15;

    private static final int TIMES_ASKED = 3;

    private final VolunteerPins pins;
    private final Members members;
    private final NumberPlan plan;
    private final InboundSettings settings;

    PinDialogue(VolunteerPins pins, Members members, NumberPlan plan, InboundSettings settings) {
        this.pins = pins;
        this.members = members;
        this.plan = plan;
        this.settings = settings;
    }

    sealed interface Outcome {}

    record Known(Member member) implements Outcome {}

    record Unknown(Leaving leaving) implements Outcome {}

    Outcome ask(Line line) {
        for (int time = 1; time <= TIMES_ASKED; time++) {
            var number = typed(line, "volunteer-type-number", LONGEST_NUMBER);
            if (number.isEmpty() || number.get().isNothing()) {
                return unknown(number);
            }
            var pin = typed(line, "volunteer-type-pin", VolunteerPins.DIGITS);
            if (pin.isEmpty() || pin.get().isNothing()) {
                return unknown(pin);
            }
            var entry = weighed(line, number.get(), pin.get());
            if (entry.isEmpty()) {
                line.say(Prompt.of("volunteer-not-kept"));
                return new Unknown(Leaving.TO_DESK);
            }
            switch (entry.get()) {
                case PinEntry.Right(var volunteer) -> {
                    return known(line, volunteer);
                }
                case PinEntry.Locked _ -> {
                    line.say(Prompt.of("volunteer-locked"));
                    return new Unknown(Leaving.TO_DESK);
                }
                case PinEntry.Wrong _ -> {
                    if (!triesAgain(line)) {
                        return new Unknown(line.gone() ? Leaving.DONE : Leaving.TO_DESK);
                    }
                }
            }
        }
        return new Unknown(Leaving.TO_DESK);
    }

    private Optional<TypedDigits> typed(Line line, String prompt, int longest) {
        return TypedDigits.ask(line, prompt, longest, settings.patience());
    }

    private static Outcome unknown(Optional<TypedDigits> typed) {
        return new Unknown(typed.isEmpty() ? Leaving.WITHOUT_A_WORD : Leaving.TO_DESK);
    }

    private Optional<PinEntry> weighed(Line line, TypedDigits number, TypedDigits pin) {
        Supplier<PinEntry> weighing =
                () ->
                        pins.enter(
                                line.call(),
                                line.caller(),
                                PhoneNumber.parse(number.text(), plan),
                                pin.text());
        return CallerPatience.within("The PIN in call " + line.call(), weighing);
    }

    private Outcome known(Line line, long volunteer) {
        Supplier<Optional<Member>> known = () -> members.volunteer(volunteer);
        return CallerPatience.within("Who rings in call " + line.call(), known)
                .flatMap(member -> member)
                .<Outcome>map(Known::new)
                .orElseGet(() -> new Unknown(Leaving.TO_DESK));
    }

    private boolean triesAgain(Line line) {
        var question =
                new Question(List.of(Prompt.of("volunteer-pin-wrong")), "10", settings.patience());
        return line.ask(question) instanceof Answer.Pressed(char key) && key == '1';
    }
}
