package cn.anxin.hotline.inbound;

import cn.anxin.hotline.call.CallerCache;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells from the number who calls; who called a moment ago is known without asking the database.
 */
@Component
class Callers {
    /** A change of the roster may take as long to be noticed. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Roster roster;
    private final CallerCache cache;

    Callers(Roster roster, CallerCache cache) {
        this.roster = roster;
        this.cache = cache;
    }

    Caller identify(Optional<PhoneNumber> caller) {
        if (caller.isEmpty()) {
            return new Caller(null, null, null);
        }
        var number = caller.get();
        return cache.get(number)
                .flatMap(remembered -> Caller.recall(number, remembered))
                .orElseGet(() -> lookUp(number));
    }

    private Caller lookUp(PhoneNumber number) {
        var people = roster.peopleAt(number);
        var caller =
                new Caller(
                        number,
                        people.size() == 1 ? people.getFirst().id() : null,
                        roster.volunteerAt(number).map(Volunteer::id).orElse(null));
        cache.put(number, caller.remembered(), REMEMBERED);
        return caller;
    }
}
