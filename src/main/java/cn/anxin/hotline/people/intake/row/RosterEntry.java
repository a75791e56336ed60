package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Speaking;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.words.CellText;
import java.time.LocalDate;
import java.util.HashSet;
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
        boolean allVolunteers,
        ToldCare care) {
    static final int MOST_VOLUNTEERS = 9;

    /**
     * @param within how many years it may be from that: one if reckoned from an age
     */
    public record BirthYear(int year, int within) {

        int over(@Nullable Integer stored) {
            return stored != null && Math.abs(stored - year) <= within ? stored : year;
        }
    }

    /** Whether another row says the same, in whichever line. */
    boolean repeats(RosterEntry other) {
        return at(other.line).equals(other);
    }

    /** Whether they refuse to be rung every day. */
    public boolean refuses() {
        var consent = care.consent();
        return consent != null && consent.state() == Consent.State.REFUSED;
    }

    public Profile enrol(Window defaultWindow) {
        return new Profile(
                name,
                committee,
                gender,
                birthYear == null ? null : birthYear.year(),
                address == null ? "" : address,
                window == null ? defaultWindow : window,
                numbers,
                categoriesOver(Set.of()),
                note == null ? "" : note,
                care.speakingOver(Speaking.UNTOLD),
                care.conditionOver(""),
                care.risk(),
                care.aloneUntil(),
                care.consentOver(Consent.UNKNOWN),
                volunteers == null ? List.of() : volunteers,
                care.familyOver(List.of()));
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
                CellText.over(address, stored.address()),
                window == null ? stored.window() : window,
                allNumbers ? numbers : joined(numbers, stored.numbers(), Profile.MOST_NUMBERS),
                categoriesOver(stored.categories()),
                CellText.over(note, stored.note()),
                care.speakingOver(stored.speaking()),
                care.conditionOver(stored.condition()),
                care.riskOver(stored.risk()),
                aloneUntilOver(stored),
                care.consentOver(stored.consent()),
                ladderOver(stored.ladder()),
                care.familyOver(stored.family()));
    }

    /** Who is alone until a day is temporarily alone. */
    private Set<Category> categoriesOver(Set<Category> stored) {
        var all = new HashSet<>(categories == null ? stored : categories);
        if (care.aloneUntil() != null) {
            all.add(Category.TEMPORARILY_ALONE);
        }
        return all;
    }

    /** Who is no longer temporarily alone is so until no day. */
    private @Nullable LocalDate aloneUntilOver(Profile stored) {
        if (care.aloneUntil() != null) {
            return care.aloneUntil();
        }
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
                allVolunteers,
                care);
    }

    @Override
    public String toString() {
        return "RosterEntry[line " + line + "]";
    }
}
