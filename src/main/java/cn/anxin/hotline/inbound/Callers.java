package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells from the number who calls. */
@Component
class Callers {
    private final Roster roster;

    Callers(Roster roster) {
        this.roster = roster;
    }

    Caller identify(Optional<PhoneNumber> number) {
        if (number.isEmpty()) {
            return new Caller(null, null, null);
        }
        var people = roster.peopleAt(number.get());
        var volunteer = roster.volunteerAt(number.get()).map(Volunteer::id);
        return new Caller(
                number.get(),
                people.size() == 1 ? people.getFirst().id() : null,
                volunteer.orElse(null));
    }
}
