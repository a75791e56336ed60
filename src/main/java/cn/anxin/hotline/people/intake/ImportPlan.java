package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.StoredPeople.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import has to write: a file compared with what is stored. */
final class ImportPlan {
    private final List<Profile> additions = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<PhoneNumber, String> volunteers = new LinkedHashMap<>();
    private int unchanged;

    /**
     * @param fields whose values differ
     */
    record Change(long id, Profile profile, List<String> fields) {}

    /** A row that could mean several people, or one whom another row means, is rejected. */
    ImportPlan(RosterReading reading, StoredPeople people, Window defaultWindow) {
        var lineOfStored = new HashMap<Long, Long>();
        for (var entry : reading.entries()) {
            var meant = people.like(entry);
            if (meant.isEmpty()) {
                additions.add(entry.enrol(defaultWindow));
                nameVolunteers(entry);
            } else if (meant.size() > 1) {
                reading.rejectAmbiguous(entry);
            } else {
                var stored = meant.iterator().next();
                var earlier = lineOfStored.putIfAbsent(stored.id(), entry.line());
                if (earlier == null) {
                    compare(entry, stored);
                    nameVolunteers(entry);
                } else {
                    reading.rejectDuplicate(entry, earlier);
                }
            }
        }
    }

    List<Profile> additions() {
        return additions;
    }

    List<Change> changes() {
        return changes;
    }

    /** Every volunteer that the file names, by number. */
    Map<PhoneNumber, String> volunteers() {
        return volunteers;
    }

    int unchanged() {
        return unchanged;
    }

    private void compare(RosterEntry entry, Stored stored) {
        var profile = entry.over(stored.profile());
        var fields = profile.differencesFrom(stored.profile());
        if (fields.isEmpty()) {
            unchanged++;
        } else {
            changes.add(new Change(stored.id(), profile, fields));
        }
    }

    private void nameVolunteers(RosterEntry entry) {
        if (entry.volunteers() != null) {
            entry.volunteers()
                    .forEach(volunteer -> volunteers.put(volunteer.number(), volunteer.name()));
        }
    }
}
