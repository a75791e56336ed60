package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Those of the stored people whom a file could mean, found by name and number. */
final class StoredPeople {
    private static final int ENTRIES_A_QUERY = 1000;

    private final Map<NamedNumber, Set<Person>> byNameAndNumber = new HashMap<>();

    private StoredPeople() {}

    static StoredPeople meantBy(List<RosterEntry> entries, Roster roster) {
        var stored = new StoredPeople();
        for (int from = 0; from < entries.size(); from += ENTRIES_A_QUERY) {
            var some = entries.subList(from, Math.min(from + ENTRIES_A_QUERY, entries.size()));
            stored.load(numbers(some), roster);
        }
        return stored;
    }

    /** All of this name who have one of these numbers. */
    Set<Person> like(RosterEntry entry) {
        var like = new HashSet<Person>();
        for (var number : entry.numbers()) {
            like.addAll(
                    byNameAndNumber.getOrDefault(new NamedNumber(entry.name(), number), Set.of()));
        }
        return like;
    }

    private void load(Set<PhoneNumber> numbers, Roster roster) {
        for (var person : roster.peopleAtAny(numbers)) {
            for (var number : person.numbers()) {
                byNameAndNumber
                        .computeIfAbsent(
                                new NamedNumber(person.name(), number), key -> new HashSet<>())
                        .add(person);
            }
        }
    }

    private static Set<PhoneNumber> numbers(List<RosterEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.numbers().stream())
                .collect(Collectors.toSet());
    }
}
