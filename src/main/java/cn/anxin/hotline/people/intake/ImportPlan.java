package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.keeping.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What an import has to write: a file compared with what is stored. */
final class ImportPlan {
    private final List<Profile> additions = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private int unchanged;

    /** A row that could mean several people, or one whom another row means, is rejected. */
    ImportPlan(RosterReading reading, StoredPeople people, Window defaultWindow) {
        var lineOfStored = new HashMap<Long, Long>();
        for (var entry : reading.entries()) {
            var meant = people.like(entry);
            if (meant.isEmpty()) {
                additions.add(entry.enrol(defaultWindow));
            } else if (meant.size() > 1) {
                reading.rejectAmbiguous(entry);
            } else {
                var stored = meant.iterator().next();
                var earlier = lineOfStored.putIfAbsent(stored.id(), entry.line());
                if (earlier == null) {
                    compare(entry, stored);
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

    int unchanged() {
        return unchanged;
    }

    private void compare(RosterEntry entry, Person stored) {
        var change = new Change(stored.id(), stored.profile(), entry.over(stored.profile()));
        if (change.fields().isEmpty()) {
            unchanged++;
        } else {
            changes.add(change);
        }
    }
}
