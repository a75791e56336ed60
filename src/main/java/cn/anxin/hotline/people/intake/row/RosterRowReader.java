package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.row.RosterEntry.BirthYear;
import cn.anxin.hotline.people.intake.words.WrittenBirth;
import cn.anxin.hotline.people.intake.words.WrittenBirth.Result.Read;
import cn.anxin.hotline.people.intake.words.WrittenBirth.Result.Unreadable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row's cells, or finds every fault in them. */
final class RosterRowReader {
    private static final int LONGEST_OTHER = 200;
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("[;；、,，/|\\s]+");

    private final RosterNumbers numbers;
    private final RosterVolunteers volunteers;
    private final CareReader care;
    private final Categories known;
    private final int thisYear;

    RosterRowReader(
            RosterNumbers numbers, RosterVolunteers volunteers, Categories known, int thisYear) {
        this.numbers = numbers;
        this.volunteers = volunteers;
        this.care = new CareReader(numbers);
        this.known = known;
        this.thisYear = thisYear;
    }

    /** Empty if the cells have a fault; they keep which. */
    Optional<RosterEntry> read(RosterCells cells) {
        var own = ownNumbers(cells);
        var entry =
                new RosterEntry(
                        cells.line(),
                        required(cells, RosterColumn.NAME, Reasons.NO_NAME),
                        required(cells, RosterColumn.COMMITTEE, Reasons.NO_COMMITTEE),
                        gender(cells),
                        birthYear(cells),
                        told(cells, RosterColumn.ADDRESS, Profile.LONGEST_ADDRESS),
                        told(cells, RosterColumn.NOTE, Profile.LONGEST_NOTE),
                        window(cells),
                        categories(cells),
                        own,
                        cells.header().ownNumbers().size() > 1,
                        volunteers.read(cells, own),
                        cells.has(RosterColumn.BACKUP),
                        care.read(cells));
        return cells.faults().isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    private static String required(RosterCells cells, RosterColumn column, Reason missing) {
        var text = cells.name(column);
        if (text.isEmpty()) {
            cells.reject(column, missing);
        }
        return text;
    }

    private static @Nullable String told(RosterCells cells, RosterColumn column, int longest) {
        return cells.has(column) ? cells.text(column, longest) : null;
    }

    private static @Nullable Gender gender(RosterCells cells) {
        return switch (cells.text(RosterColumn.GENDER, LONGEST_OTHER)) {
            case "" -> null;
            case "女", "女性", "female", "F" -> Gender.FEMALE;
            case "男", "男性", "male", "M" -> Gender.MALE;
            default -> {
                cells.reject(RosterColumn.GENDER, Reasons.GENDER);
                yield null;
            }
        };
    }

    private @Nullable BirthYear birthYear(RosterCells cells) {
        var birth = cells.figure(RosterColumn.BIRTH, LONGEST_OTHER);
        if (!birth.isEmpty()) {
            return birthYear(cells, RosterColumn.BIRTH, WrittenBirth.ofBirth(birth, thisYear));
        }
        var age = cells.figure(RosterColumn.AGE, LONGEST_OTHER);
        return age.isEmpty()
                ? null
                : birthYear(cells, RosterColumn.AGE, WrittenBirth.ofAge(age, thisYear));
    }

    private static @Nullable BirthYear birthYear(
            RosterCells cells, RosterColumn column, WrittenBirth.Result written) {
        return switch (written) {
            case Read(var year, var within, var remark) -> {
                if (remark != null) {
                    cells.remark(column, remark);
                }
                yield new BirthYear(year, within);
            }
            case Unreadable(var reason) -> {
                cells.reject(column, reason);
                yield null;
            }
        };
    }

    private static @Nullable Window window(RosterCells cells) {
        var text = cells.text(RosterColumn.WINDOW, LONGEST_OTHER);
        if (text.isEmpty()) {
            return null;
        }
        var window = Window.read(text);
        if (window.isEmpty()) {
            cells.reject(RosterColumn.WINDOW, Reasons.WINDOW);
        }
        return window.orElse(null);
    }

    private @Nullable Set<Category> categories(RosterCells cells) {
        if (!cells.has(RosterColumn.CATEGORIES)) {
            return null;
        }
        var categories = new LinkedHashSet<Category>();
        for (var text :
                BETWEEN_CATEGORIES.split(cells.text(RosterColumn.CATEGORIES, LONGEST_OTHER))) {
            if (!text.isEmpty()) {
                known.read(text)
                        .ifPresentOrElse(
                                categories::add,
                                () ->
                                        cells.reject(
                                                RosterColumn.CATEGORIES, Reasons.category(known)));
            }
        }
        if (categories.size() > Profile.MOST_CATEGORIES) {
            cells.reject(RosterColumn.CATEGORIES, Reasons.TOO_MANY_CATEGORIES);
        }
        return categories;
    }

    private List<PhoneNumber> ownNumbers(RosterCells cells) {
        var own = new LinkedHashSet<PhoneNumber>();
        var places = cells.header().ownNumbers();
        places.forEach(place -> own.addAll(numbers.read(cells, place)));
        var column = places.getFirst().header();
        if (own.isEmpty()) {
            cells.reject(column, Reasons.NO_NUMBER);
        } else if (own.size() > Profile.MOST_NUMBERS) {
            cells.reject(column, Reasons.TOO_MANY_NUMBERS);
        }
        return List.copyOf(own);
    }
}
