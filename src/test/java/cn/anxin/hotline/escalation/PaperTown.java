package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.journal.Actor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who looks after whom. */
final class PaperTown {
    private final Map<Long, Map<Role, List<Contact>>> around = new HashMap<>();
    private final List<Contact> desk = new ArrayList<>();
    private final Map<Actor, Contact> contacts = new HashMap<>();

    PaperTown desk(String... phones) {
        for (var phone : phones) {
            desk.add(
                    known(
                            new Contact(
                                    Actor.duty(phone),
                                    Role.DESK,
                                    phone,
                                    new Destination.DeskPhone("80" + desk.size()))));
        }
        return this;
    }

    /** The first of them is paired, the others are backups. */
    PaperTown person(long id, long... volunteers) {
        var people = new EnumMap<Role, List<Contact>>(Role.class);
        for (long volunteer : volunteers) {
            var role = people.isEmpty() ? Role.PAIRED : Role.BACKUP;
            people.computeIfAbsent(role, _ -> new ArrayList<>())
                    .add(outside(Actor.volunteer(volunteer), role, volunteer));
        }
        around.put(id, people);
        return this;
    }

    PaperTown family(long person) {
        around(person)
                .put(
                        Role.FAMILY,
                        List.of(outside(Actor.family(person, 1), Role.FAMILY, 1000 + person)));
        return this;
    }

    PaperTown committee(long person, long committee) {
        around(person)
                .put(
                        Role.COMMITTEE,
                        List.of(
                                outside(
                                        Actor.committee(committee),
                                        Role.COMMITTEE,
                                        2000 + committee)));
        return this;
    }

    private Map<Role, List<Contact>> around(long person) {
        return around.computeIfAbsent(person, _ -> new EnumMap<>(Role.class));
    }

    private Contact outside(Actor actor, Role role, long number) {
        var e164 = new PhoneNumber("+86139%08d".formatted(number));
        return known(new Contact(actor, role, actor.value(), new Destination.Outside(e164)));
    }

    private Contact known(Contact contact) {
        contacts.putIfAbsent(contact.actor(), contact);
        return contact;
    }

    Map<Role, List<Contact>> around(@Nullable Long person) {
        var people = new EnumMap<Role, List<Contact>>(Role.class);
        people.putAll(person == null ? Map.of() : around.getOrDefault(person, Map.of()));
        people.put(Role.DESK, List.copyOf(desk));
        return people;
    }

    boolean isAround(@Nullable Long person, Role role, Actor contact) {
        return around(person).getOrDefault(role, List.of()).stream()
                .anyMatch(one -> one.actor().equals(contact));
    }

    Map<Actor, Contact> contacts() {
        return Map.copyOf(contacts);
    }
}
