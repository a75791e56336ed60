package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.words.CellText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the volunteers of a roster and knows whose number is whose: one number, one volunteer. */
final class RosterVolunteers {
    private static final int LONGEST_NAMES = 200;
    private static final int LONGEST_NAME = 60;
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[;；、,，/|]+");

    private final RosterNumbers numbers;
    private final Map<PhoneNumber, Known> known = new HashMap<>();

    private record Known(String name, long line) {}

    RosterVolunteers(RosterNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The paired one, then the backups; null if the file has no column for them.
     *
     * @param own numbers of the person they look after
     */
    @Nullable List<NamedNumber> read(RosterCells cells, List<PhoneNumber> own) {
        if (!cells.has(RosterColumn.VOLUNTEER)) {
            return null;
        }
        var ladder = new ArrayList<NamedNumber>();
        read(cells, RosterColumn.VOLUNTEER, RosterColumn.VOLUNTEER_NUMBER, own, ladder);
        read(cells, RosterColumn.BACKUP, RosterColumn.BACKUP_NUMBER, own, ladder);
        if (ladder.size() > RosterEntry.MOST_VOLUNTEERS) {
            cells.reject(RosterColumn.BACKUP, Reasons.TOO_MANY_VOLUNTEERS);
        }
        return ladder;
    }

    /** Once the row is known to come in. */
    void remember(RosterEntry entry) {
        if (entry.volunteers() != null) {
            for (var volunteer : entry.volunteers()) {
                known.putIfAbsent(volunteer.number(), new Known(volunteer.name(), entry.line()));
            }
        }
    }

    private void read(
            RosterCells cells,
            RosterColumn nameColumn,
            RosterColumn numberColumn,
            List<PhoneNumber> own,
            List<NamedNumber> ladder) {
        var names = names(cells, nameColumn);
        var found = numbers(cells, numberColumn, names.size());
        if (cells.rejects(numberColumn)) {
            return;
        }
        if (found.isEmpty() && !names.isEmpty()) {
            cells.reject(numberColumn, Reasons.VOLUNTEER_WITHOUT_NUMBER);
        } else if (names.isEmpty() && !found.isEmpty()) {
            cells.reject(nameColumn, Reasons.NUMBER_WITHOUT_VOLUNTEER);
        } else if (names.size() != found.size()) {
            cells.reject(numberColumn, Reasons.VOLUNTEERS_UNPAIRED);
        } else {
            for (int index = 0; index < names.size(); index++) {
                var volunteer = new NamedNumber(names.get(index), found.get(index));
                check(cells, numberColumn, volunteer, own);
                if (isAnother(volunteer, ladder, cells, numberColumn)) {
                    ladder.add(volunteer);
                }
            }
        }
    }

    private List<PhoneNumber> numbers(RosterCells cells, RosterColumn column, int names) {
        var place = cells.header().place(column);
        if (place.isEmpty()) {
            return List.of();
        }
        var found = numbers.read(cells, place.get());
        if (names == 1 && found.size() > 1) {
            cells.remark(place.get(), Remarks.FIRST_NUMBER);
            return found.subList(0, 1);
        }
        return found;
    }

    private static List<String> names(RosterCells cells, RosterColumn column) {
        var names =
                BETWEEN_NAMES
                        .splitAsStream(cells.text(column, LONGEST_NAMES))
                        .map(CellText::name)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (names.stream().anyMatch(name -> name.codePointCount(0, name.length()) > LONGEST_NAME)) {
            cells.reject(column, Reasons.tooLong(LONGEST_NAME));
        }
        return names;
    }

    private void check(
            RosterCells cells, RosterColumn column, NamedNumber volunteer, List<PhoneNumber> own) {
        var earlier = known.get(volunteer.number());
        if (own.contains(volunteer.number())) {
            cells.reject(column, Reasons.OWN_VOLUNTEER);
        } else if (earlier != null && !earlier.name().equals(volunteer.name())) {
            cells.reject(column, Reasons.otherVolunteer(earlier.line()));
        }
    }

    /** The same volunteer twice is one; the same number under two names is a fault. */
    private static boolean isAnother(
            NamedNumber volunteer,
            List<NamedNumber> ladder,
            RosterCells cells,
            RosterColumn numberColumn) {
        for (var earlier : ladder) {
            if (earlier.number().equals(volunteer.number())) {
                if (!earlier.equals(volunteer)) {
                    cells.reject(numberColumn, Reasons.otherVolunteer(cells.line()));
                }
                return false;
            }
        }
        return true;
    }
}
