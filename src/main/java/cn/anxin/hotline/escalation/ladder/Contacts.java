package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.duty.OnDuty;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.CommitteeContacts;
import cn.anxin.hotline.people.Roster;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The telephone of somebody whom the journal names. Reads only; any thread. */
@Component
public class Contacts {
    private final Roster roster;
    private final CommitteeContacts committees;
    private final OnDuty onDuty;
    private final NumberPlan numberPlan;
    private final Clock clock;

    Contacts(
            Roster roster,
            CommitteeContacts committees,
            OnDuty onDuty,
            NumberPlan numberPlan,
            Clock clock) {
        this.roster = roster;
        this.committees = committees;
        this.onDuty = onDuty;
        this.numberPlan = numberPlan;
        this.clock = clock;
    }

    /** Empty if they have no telephone, or none any more. */
    public Optional<Contact> find(Actor actor) {
        var kind = actor.value().split(":", 2);
        return switch (kind[0]) {
            case "volunteer" ->
                    roster.volunteer(Long.parseLong(kind[1]))
                            .map(v ->
                                    new Contact(
                                            actor,
                                            Role.PAIRED,
                                            v.name(),
                                            new Destination.Outside(v.number())));
            case "committee" ->
                    committees
                            .find(Long.parseLong(kind[1]))
                            .map(c ->
                                    new Contact(
                                            actor,
                                            Role.COMMITTEE,
                                            c.name(),
                                            new Destination.Outside(c.number())));
            case "family" -> family(actor, kind[1].split("/", 2));
            case "duty" -> desk(actor, kind[1]);
            default -> Optional.empty();
        };
    }

    private Optional<Contact> family(Actor actor, String[] which) {
        var position = Integer.parseInt(which[1]);
        return roster.person(Long.parseLong(which[0]))
                .map(person -> person.profile().family())
                .filter(family -> family.size() >= position)
                .map(family -> family.get(position - 1))
                .map(relative ->
                        new Contact(
                                actor,
                                Role.FAMILY,
                                relative.name(),
                                new Destination.Outside(relative.number())));
    }

    private Optional<Contact> desk(Actor actor, String name) {
        return onDuty.at(clock.instant()).stream()
                .filter(phone -> phone.name().equals(name))
                .map(phone -> new Contact(actor, Role.DESK, name, phone.destination(numberPlan)))
                .findFirst();
    }
}
