package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which of a person's numbers is rung next. That a number does not exist is believed only when the
 * network still says so a while later: one that says it of everybody does so for a time, and each
 * of them would be an incident before their sum is an alarm.
 */
@Component
class NextNumber {
    private final Attempts attempts;
    private final Roster roster;
    private final WellnessSettings settings;

    NextNumber(Attempts attempts, Roster roster, WellnessSettings settings) {
        this.attempts = attempts;
        this.roster = roster;
        this.settings = settings;
    }

    /**
     * What a call came to in which the network said that there is no such number.
     *
     * @param believed whether it said so before, long enough ago
     * @param rest until the next call
     * @param noneLeft whether no number of theirs exists
     */
    record Afterwards(boolean believed, Duration rest, boolean noneLeft) {}

    /** The next number that is not known to be dead, in turn; empty if all are. */
    Optional<PhoneNumber> of(Check check, List<PhoneNumber> numbers) {
        var dead =
                check.made() == 0
                        ? Set.<PhoneNumber>of()
                        : attempts.noSuchNumbers(check.id()).dead(settings.numberDoubt());
        var alive = numbers.stream().filter(number -> !dead.contains(number)).toList();
        return alive.isEmpty()
                ? Optional.empty()
                : Optional.of(alive.get(check.made() % alive.size()));
    }

    /**
     * @param otherNumber how long to rest before another number of theirs is rung
     */
    Afterwards after(CallId call, Check check, Duration otherNumber) {
        var said = attempts.noSuchNumbers(check.id());
        var dead = said.dead(settings.numberDoubt());
        var numbers = roster.person(check.personId()).map(Person::numbers).orElse(List.of());
        var believed = said.numberOf(call).map(dead::contains).orElse(false);
        var others = numbers.stream().anyMatch(number -> !said.isSaidOf(number));
        return new Afterwards(
                believed,
                believed || others ? otherNumber : settings.numberDoubt(),
                dead.containsAll(numbers));
    }

    /** Whether the network said of any number in this check that it does not exist. */
    boolean isDoubted(Check check) {
        return !attempts.noSuchNumbers(check.id()).said().isEmpty();
    }
}
