package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.NamedNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the volunteers of a roster and knows whose number is whose: one number, one volunteer. */
final class RosterVolunteers {
    private final RosterNumbers numbers;
    private final Map<PhoneNumber, Known> known = new HashMap<>();

    private record Known(String name, long line) {}

    RosterVolunteers(RosterNumbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The paired one, then the backup; null if the file has no column for them.
     *
     * @param own numbers of the person they look after
     */
    @Nullable List<NamedNumber> read(RosterCells cells, List<PhoneNumber> own) {
        if (!cells.has(RosterColumn.VOLUNTEER)) {
            return null;
        }
        var ladder = new ArrayList<NamedNumber>();
        read(cells, RosterColumn.VOLUNTEER, RosterColumn.VOLUNTEER_NUMBER, own)
                .ifPresent(ladder::add);
        read(cells, RosterColumn.BACKUP, RosterColumn.BACKUP_NUMBER, own)
                .filter(backup -> isAnother(backup, ladder, cells))
                .ifPresent(ladder::add);
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

    private Optional<NamedNumber> read(
            RosterCells cells,
            RosterColumn nameColumn,
            RosterColumn numberColumn,
            List<PhoneNumber> own) {
        var name = cells.name(nameColumn);
        var text = cells.numbers(numberColumn);
        if (name.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            cells.reject(numberColumn, Reason.VOLUNTEER_WITHOUT_NUMBER);
            return Optional.empty();
        }
        if (name.isEmpty()) {
            cells.reject(nameColumn, Reason.NUMBER_WITHOUT_VOLUNTEER);
        }
        var number = numbers.read(text, cells, numberColumn);
        number.ifPresent(found -> check(cells, numberColumn, name, found, own));
        return number.map(found -> new NamedNumber(name, found));
    }

    private void check(
            RosterCells cells,
            RosterColumn column,
            String name,
            PhoneNumber number,
            List<PhoneNumber> own) {
        var earlier = known.get(number);
        if (own.contains(number)) {
            cells.reject(column, Reason.OWN_VOLUNTEER);
        } else if (earlier != null && !earlier.name().equals(name)) {
            cells.reject(column, Reason.otherVolunteer(earlier.line()));
        }
    }

    /** The same volunteer twice is one; the same number under two names is a fault. */
    private static boolean isAnother(
            NamedNumber backup, List<NamedNumber> ladder, RosterCells cells) {
        for (var paired : ladder) {
            if (paired.number().equals(backup.number())) {
                if (!paired.equals(backup)) {
                    cells.reject(RosterColumn.BACKUP_NUMBER, Reason.otherVolunteer(cells.line()));
                }
                return false;
            }
        }
        return true;
    }
}
