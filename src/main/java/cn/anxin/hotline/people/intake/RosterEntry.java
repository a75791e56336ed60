package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Speaking;
import cn.anxin.hotline.people.Window;
import java.time.LocalDate;
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
record RosterEntry(
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
    private static final int MOST_VOLUNTEERS = 9;

    /**
     * @param exact false if reckoned from an age, which leaves two years to choose from
     */
    record BirthYear(int year, boolean exact) {

        int over(@Nullable Integer stored) {
            return stored != null && !exact && Math.abs(stored - year) <= 1 ? stored : year;
        }
    }

    Profile enrol(Window defaultWindow) {
        return new Profile(
                name,
                committee,
                gender,
                birthYear == null ? null : birthYear.year(),
                address == null ? "" : address,
                window == null ? defaultWindow : window,
                numbers,
                categories == null ? Set.of() : categories,
                note == null ? "" : note,
                Speaking.UNTOLD,
                "",
                null,
                null,
                Consent.UNKNOWN,
                volunteers == null ? List.of() : volunteers,
                List.of());
    }

    /** What is stored, with what this row tells put over it. */
    Profile over(Profile stored) {
        return new Profile(
                name,
                committee,
                gender == null ? stored.gender() : gender,
                birthYear == null
                        ? stored.birthYear()
                        : Integer.valueOf(birthYear.over(stored.birthYear())),
                address == null ? stored.address() : address,
                window == null ? stored.window() : window,
                allNumbers ? numbers : joined(numbers, stored.numbers(), Profile.MOST_NUMBERS),
                categories == null ? stored.categories() : categories,
                note == null ? stored.note() : note,
                stored.speaking(),
                stored.condition(),
                stored.risk(),
                aloneUntil(stored),
                stored.consent(),
                ladderOver(stored.ladder()),
                stored.family());
    }

    /** Who is no longer temporarily alone is so until no day. */
    private @Nullable LocalDate aloneUntil(Profile stored) {
        return categories == null || categories.contains(Category.TEMPORARILY_ALONE)
                ? stored.aloneUntil()
                : null;
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
