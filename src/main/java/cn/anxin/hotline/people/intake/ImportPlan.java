package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.StoredPeople.Stored;
import cn.anxin.hotline.people.intake.row.Profile;
import cn.anxin.hotline.people.intake.row.ProfileField;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import cn.anxin.hotline.people.intake.row.RosterReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an import has to write: a file compared with what is stored. */
final class ImportPlan {
    private final List<Addition> additions = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Long> unchanged = new ArrayList<>();
    private final Map<PhoneNumber, String> volunteers = new LinkedHashMap<>();
    private final Set<Long> found = new HashSet<>();

    record Addition(long line, Profile profile) {}

    /**
     * @param fields whose values differ
     * @param returns whether the person had left the roster
     */
    record Change(
            long line, Stored stored, Profile profile, List<ProfileField> fields, boolean returns) {

        long id() {
            return stored.id();
        }
    }

    /** Rows that could mean several people, or that mean one and contradict, are rejected. */
    ImportPlan(RosterReading reading, StoredPeople people, Window defaultWindow) {
        var rowsOfStored = new LinkedHashMap<Stored, List<RosterEntry>>();
        for (var entry : reading.entries()) {
            var meant = people.like(entry);
            meant.forEach(stored -> found.add(stored.id()));
            if (meant.isEmpty()) {
                additions.add(new Addition(entry.line(), entry.enrol(defaultWindow)));
                nameVolunteers(entry);
            } else if (meant.size() > 1) {
                reading.rejectAmbiguous(entry);
            } else {
                rowsOfStored
                        .computeIfAbsent(meant.iterator().next(), stored -> new ArrayList<>())
                        .add(entry);
            }
        }
        rowsOfStored.forEach((stored, rows) -> {
            if (rows.size() > 1) {
                reading.rejectContradicting(rows);
            } else {
                compare(rows.getFirst(), stored);
                nameVolunteers(rows.getFirst());
            }
        });
    }

    List<Addition> additions() {
        return additions;
    }

    List<Change> changes() {
        return changes;
    }

    /** Their ids. */
    List<Long> unchanged() {
        return unchanged;
    }

    /** Every volunteer that the file names, by number. */
    Map<PhoneNumber, String> volunteers() {
        return volunteers;
    }

    /** Whether a row of the file means this person, be it taken or not. */
    boolean found(long id) {
        return found.contains(id);
    }

    private void compare(RosterEntry entry, Stored stored) {
        var profile = entry.over(stored.profile());
        var fields = profile.differencesFrom(stored.profile());
        if (fields.isEmpty() && stored.enrolled()) {
            unchanged.add(stored.id());
        } else {
            changes.add(new Change(entry.line(), stored, profile, fields, !stored.enrolled()));
        }
    }

    private void nameVolunteers(RosterEntry entry) {
        if (entry.volunteers() != null) {
            entry.volunteers()
                    .forEach(volunteer -> volunteers.put(volunteer.number(), volunteer.name()));
        }
    }
}
