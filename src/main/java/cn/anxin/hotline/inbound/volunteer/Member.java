package cn.anxin.hotline.inbound.volunteer;

import cn.anxin.hotline.journal.Actor;
import java.util.List;
import java.util.Optional;

/**
 * One human being who helps. Redacts itself.
 *
 * @param capacities in which they are known, at least one: a volunteer may be somebody's daughter
 */
public record Member(String name, List<Actor> capacities) {
    public Member {
        capacities = List.copyOf(capacities);
    }

    Optional<Long> volunteerId() {
        return capacities.stream().flatMap(actor -> actor.volunteerId().stream()).findFirst();
    }

    @Override
    public String toString() {
        return "Member" + capacities;
    }
}
