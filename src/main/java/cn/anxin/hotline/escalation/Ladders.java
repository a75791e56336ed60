package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.DutyPhones;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.duty.OnDuty;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the ladder of an incident from the pairing, the duty desk and who has declined. */
@Component
class Ladders {
    private final Roster roster;
    private final OnDuty onDuty;
    private final NumberPlan numberPlan;
    private final EscalationCalls calls;
    private final Clock clock;

    Ladders(
            Roster roster,
            OnDuty onDuty,
            NumberPlan numberPlan,
            EscalationCalls calls,
            Clock clock) {
        this.roster = roster;
        this.onDuty = onDuty;
        this.numberPlan = numberPlan;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param personId null: it is about nobody in particular, and the desk alone is rung
     */
    Ladder of(long incidentId, @Nullable Long personId) {
        var paired = personId == null ? List.<Volunteer>of() : roster.ladderOf(personId);
        var volunteers =
                paired.stream()
                        .map(v -> new Contact.Volunteer(v.id(), v.name(), v.number()))
                        .toList();
        var dutyDesk = onDuty.at(clock.instant()).stream().map(this::contact).toList();
        var declined = calls.declined(incidentId);
        return new Ladder(volunteers, dutyDesk, among(volunteers, declined));
    }

    private Contact.DutyPhone contact(DutyPhones.Phone phone) {
        return new Contact.DutyPhone(phone.name(), phone.destination(numberPlan));
    }

    private static Set<Contact> among(List<Contact.Volunteer> volunteers, Set<Long> ids) {
        return volunteers.stream()
                .filter(volunteer -> ids.contains(volunteer.id()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
