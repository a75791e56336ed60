package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import cn.anxin.hotline.people.intake.row.RosterReading;
import cn.anxin.hotline.people.keeping.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What an import has to write: a file compared with what is stored. */
final class ImportPlan {
    private final List<Addition> additions = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private final List<Long> unchanged = new ArrayList<>();
    private final Set<Long> found = new HashSet<>();

    record Addition(long line, Profile profile) {}

    /**
     * @param enrolment how whether they are rung changes
     */
    record Changed(long line, Person stored, Change change, Enrolment enrolment) {}

    /** What becomes of a person's place in the roster. */
    enum Enrolment {
        STAYS,
        RETURNS,
        LEAVES
    }

    /** Rows that could mean several people, or that mean one and contradict, are rejected. */
    ImportPlan(RosterReading reading, StoredPeople people, Window defaultWindow) {
        var rowsOfStored = new LinkedHashMap<Long, List<RosterEntry>>();
        for (var entry : reading.entries()) {
            var meant = people.like(entry);
            meant.forEach(stored -> found.add(stored.id()));
            if (meant.isEmpty()) {
                add(reading, entry, defaultWindow);
            } else if (meant.size() > 1) {
                reading.rejectAmbiguous(entry);
            } else {
                rowsOfStored
                        .computeIfAbsent(meant.iterator().next().id(), id -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (var rows : rowsOfStored.values()) {
            if (rows.size() > 1) {
                reading.rejectContradicting(rows);
            } else {
                compare(rows.getFirst(), people.like(rows.getFirst()).iterator().next());
            }
        }
    }

    List<Addition> additions() {
        return additions;
    }

    List<Changed> changes() {
        return changes;
    }

    /** Their ids. */
    List<Long> unchanged() {
        return unchanged;
    }

    /** Of the changed ones whose place in the roster changes so. */
    List<Long> ids(Enrolment enrolment) {
        return changes.stream()
                .filter(changed -> changed.enrolment() == enrolment)
                .map(changed -> changed.stored().id())
                .toList();
    }

    /** Whether a row of the file means this person, be it taken or not. */
    boolean found(long id) {
        return found.contains(id);
    }

    private void add(RosterReading reading, RosterEntry entry, Window defaultWindow) {
        if (entry.refuses()) {
            reading.rejectRefusing(entry);
        } else {
            additions.add(new Addition(entry.line(), entry.enrol(defaultWindow)));
        }
    }

    private void compare(RosterEntry entry, Person stored) {
        var change = new Change(stored.id(), stored.profile(), entry.over(stored.profile()));
        var enrolment = enrolment(stored, change.after());
        if (change.fields().isEmpty() && enrolment == Enrolment.STAYS) {
            unchanged.add(stored.id());
        } else {
            changes.add(new Changed(entry.line(), stored, change, enrolment));
        }
    }

    /** Nobody is rung who refuses it; whoever else is in a roster is. */
    private static Enrolment enrolment(Person stored, Profile after) {
        boolean rung = after.consent().state() != Consent.State.REFUSED;
        if (rung == stored.enrolled()) {
            return Enrolment.STAYS;
        }
        return rung ? Enrolment.RETURNS : Enrolment.LEAVES;
    }
}
