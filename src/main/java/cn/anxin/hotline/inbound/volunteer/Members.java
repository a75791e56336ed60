package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.escalation.OwnIncidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Helper;
import cn.anxin.hotline.people.Helpers;
import cn.anxin.hotline.people.Roster;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells who of those who help is ringing. Reads only; any thread. */
@Component
public class Members {
    private final Helpers helpers;
    private final OwnIncidents incidents;
    private final Roster roster;

    Members(Helpers helpers, OwnIncidents incidents, Roster roster) {
        this.helpers = helpers;
        this.incidents = incidents;
        this.roster = roster;
    }

    /**
     * Empty if the number is nobody's, or of several with different names: then it does not tell
     * who rings. Family and committees only while they have, or were rung for, something open.
     */
    public Optional<Member> at(PhoneNumber number) {
        var found = helpers.at(number);
        if (found.stream().map(Helper::name).distinct().count() != 1) {
            return Optional.empty();
        }
        var member =
                new Member(found.getFirst().name(), found.stream().map(Helper::actor).toList());
        return member.volunteerId().isPresent() || hasAnything(member)
                ? Optional.of(member)
                : Optional.empty();
    }

    private boolean hasAnything(Member member) {
        return !incidents.of(member.capacities()).isEmpty();
    }

    Optional<Member> volunteer(long id) {
        return roster.volunteer(id)
                .map(volunteer -> new Member(volunteer.name(), List.of(Actor.volunteer(id))));
    }
}
