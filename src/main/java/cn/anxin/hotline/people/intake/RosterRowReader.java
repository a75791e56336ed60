package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Profile;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.RosterEntry.BirthYear;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row's cells, or finds every fault in them. */
final class RosterRowReader {
    private static final int LONGEST_OTHER = 200;
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[/、;；,，|]");
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("[;；、,，/|\\s]+");
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})(周?岁)?");
    private static final int OLDEST = 130;
    private static final Pattern BIRTH =
            Pattern.compile("(\\d{4})(年?|\\d{2}|\\d{4}|[-/.年]\\d{1,2}(月?|[-/.月]\\d{1,2}日?))");
    private static final int EARLIEST_BIRTH = 1890;

    private final RosterNumbers numbers;
    private final RosterVolunteers volunteers;
    private final Categories known;
    private final int thisYear;

    RosterRowReader(
            RosterNumbers numbers, RosterVolunteers volunteers, Categories known, int thisYear) {
        this.numbers = numbers;
        this.volunteers = volunteers;
        this.known = known;
        this.thisYear = thisYear;
    }

    /** Empty if the cells have a fault; they keep which. */
    Optional<RosterEntry> read(RosterCells cells) {
        var own = ownNumbers(cells);
        var entry =
                new RosterEntry(
                        cells.line(),
                        required(cells, RosterColumn.NAME, Reason.NO_NAME),
                        required(cells, RosterColumn.COMMITTEE, Reason.NO_COMMITTEE),
                        gender(cells),
                        birthYear(cells),
                        told(cells, RosterColumn.ADDRESS, Profile.LONGEST_ADDRESS),
                        told(cells, RosterColumn.NOTE, Profile.LONGEST_NOTE),
                        window(cells),
                        categories(cells),
                        own,
                        cells.has(RosterColumn.NUMBER) && cells.has(RosterColumn.SPARE_NUMBER),
                        volunteers.read(cells, own),
                        cells.has(RosterColumn.BACKUP));
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
                cells.reject(RosterColumn.GENDER, Reason.GENDER);
                yield null;
            }
        };
    }

    private @Nullable BirthYear birthYear(RosterCells cells) {
        var birth = plain(cells, RosterColumn.BIRTH);
        var age = plain(cells, RosterColumn.AGE);
        if (!birth.isEmpty()) {
            var written = BIRTH.matcher(birth);
            int year = written.matches() ? Integer.parseInt(written.group(1)) : 0;
            if (year >= EARLIEST_BIRTH && year <= thisYear) {
                return new BirthYear(year, true);
            }
            cells.reject(RosterColumn.BIRTH, Reason.BIRTH);
        } else if (!age.isEmpty()) {
            var written = AGE.matcher(age);
            if (written.matches() && Integer.parseInt(written.group(1)) <= OLDEST) {
                return new BirthYear(thisYear - Integer.parseInt(written.group(1)), false);
            }
            cells.reject(RosterColumn.AGE, Reason.AGE);
        }
        return null;
    }

    private static String plain(RosterCells cells, RosterColumn column) {
        var text = cells.text(column, LONGEST_OTHER);
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    private static @Nullable Window window(RosterCells cells) {
        var text = cells.text(RosterColumn.WINDOW, LONGEST_OTHER);
        if (text.isEmpty()) {
            return null;
        }
        var window = Window.read(text);
        if (window.isEmpty()) {
            cells.reject(RosterColumn.WINDOW, Reason.WINDOW);
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
                                                RosterColumn.CATEGORIES, Reason.category(known)));
            }
        }
        return categories;
    }

    private List<PhoneNumber> ownNumbers(RosterCells cells) {
        var own = new LinkedHashSet<PhoneNumber>();
        for (var column : List.of(RosterColumn.NUMBER, RosterColumn.SPARE_NUMBER)) {
            var cell = cells.numbers(column);
            for (var text : BETWEEN_NUMBERS.split(cell)) {
                if (!text.isBlank()) {
                    numbers.read(text, cells, column).ifPresent(own::add);
                }
            }
        }
        var column =
                cells.has(RosterColumn.NUMBER) ? RosterColumn.NUMBER : RosterColumn.SPARE_NUMBER;
        if (own.isEmpty()) {
            cells.reject(column, Reason.NO_NUMBER);
        } else if (own.size() > Profile.MOST_NUMBERS) {
            cells.reject(column, Reason.TOO_MANY_NUMBERS);
        }
        return List.copyOf(own);
    }
}
