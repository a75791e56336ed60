package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Window;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One faultless row. What is null, the file does not tell, and what is stored stays: all of a
 * column it does not have, and a blank gender, year or window.
 *
 * @param allNumbers whether the file could have told every number
 * @param allVolunteers whether the file could have told every volunteer
 */
public record RosterEntry(
        long line,
        String name,
        String committee,
        @Nullable Gender gender,
        @Nullable BirthYear birthYear,
        @Nullable String address,
        @Nullable String note,
        @Nullable Window window,
        @Nullable Set<Category> categories,
        List<PhoneNumber> numbers,
        boolean allNumbers,
        @Nullable List<NamedNumber> volunteers,
        boolean allVolunteers) {
    static final int MOST_NUMBERS = 9;
    static final int MOST_VOLUNTEERS = 9;

    /**
     * @param exact false if reckoned from an age, which leaves two years to choose from
     */
    public record BirthYear(int year, boolean exact) {

        int over(@Nullable Integer stored) {
            return stored != null && !exact && Math.abs(stored - year) <= 1 ? stored : year;
        }
    }

    public Profile enrol(Window defaultWindow) {
        return new Profile(
                name,
                committee,
                gender,
                birthYear == null ? null : birthYear.year(),
                address == null ? "" : address,
                note == null ? "" : note,
                window == null ? defaultWindow : window,
                categories == null ? Set.of() : categories,
                numbers,
                volunteers == null ? List.of() : volunteers);
    }

    /** Whether another row says the same, in whichever line. */
    boolean repeats(RosterEntry other) {
        return at(other.line).equals(other);
    }

    private RosterEntry at(long otherLine) {
        return new RosterEntry(
                otherLine,
                name,
                committee,
                gender,
                birthYear,
                address,
                note,
                window,
                categories,
                numbers,
                allNumbers,
                volunteers,
                allVolunteers);
    }

    /** What is stored, with what this row tells put over it. */
    public Profile over(Profile stored) {
        return new Profile(
                name,
                committee,
                gender == null ? stored.gender() : gender,
                birthYear == null
                        ? stored.birthYear()
                        : Integer.valueOf(birthYear.over(stored.birthYear())),
                address == null ? stored.address() : address,
                note == null ? stored.note() : note,
                window == null ? stored.window() : window,
                categories == null ? stored.categories() : categories,
                allNumbers ? numbers : joined(numbers, stored.numbers(), MOST_NUMBERS),
                ladderOver(stored.ladder()));
    }

    private List<NamedNumber> ladderOver(List<NamedNumber> stored) {
        if (volunteers == null) {
            return stored;
        }
        if (allVolunteers) {
            return volunteers;
        }
        var told = volunteers.stream().map(NamedNumber::number).toList();
        var backups =
                stored.stream().skip(1).filter(backup -> !told.contains(backup.number())).toList();
        return joined(volunteers, backups, MOST_VOLUNTEERS);
    }

    private static <T> List<T> joined(List<T> first, List<T> then, int most) {
        var all = new LinkedHashSet<>(first);
        all.addAll(then);
        return all.stream().limit(most).toList();
    }

    @Override
    public String toString() {
        return "RosterEntry[line " + line + "]";
    }
}
