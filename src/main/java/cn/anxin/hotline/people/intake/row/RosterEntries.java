package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.NamedNumber;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that were taken so far; a person is who has the same name and one of the same numbers.
 */
final class RosterEntries {
    private final Map<Long, RosterEntry> byLine = new LinkedHashMap<>();
    private final Map<NamedNumber, RosterEntry> byPerson = new HashMap<>();

    List<RosterEntry> all() {
        return List.copyOf(byLine.values());
    }

    /** The earlier row about this person, taken or taken back. */
    Optional<RosterEntry> samePerson(RosterEntry entry) {
        return entry.numbers().stream()
                .map(number -> new NamedNumber(entry.name(), number))
                .filter(byPerson::containsKey)
                .map(byPerson::get)
                .findFirst();
    }

    void add(RosterEntry entry) {
        byLine.put(entry.line(), entry);
        for (var number : entry.numbers()) {
            byPerson.put(new NamedNumber(entry.name(), number), entry);
        }
    }

    boolean holds(RosterEntry entry) {
        return byLine.containsKey(entry.line());
    }

    /** Whether it was there; that there was such a row stays known. */
    boolean remove(RosterEntry entry) {
        return byLine.remove(entry.line()) != null;
    }
}
