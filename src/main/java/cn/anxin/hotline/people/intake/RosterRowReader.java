package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.RosterEntry.BirthYear;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row's cells, or finds every fault in them. */
final class RosterRowReader {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_OTHER = 200;
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[/、;；,，|]");
    private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("[;；、,，/|\\s]+");
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})(周?岁)?");
    private static final int OLDEST = 130;
    private static final Pattern BIRTH =
            Pattern.compile("(\\d{4})(年?|\\d{2}|\\d{4}|[-/.年]\\d{1,2}(月?|[-/.月]\\d{1,2}日?))");
    private static final int EARLIEST_BIRTH = 1890;
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan} ]+");

    private final RosterNumbers numbers;
    private final int thisYear;

    RosterRowReader(RosterNumbers numbers, int thisYear) {
        this.numbers = numbers;
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
                        told(cells, RosterColumn.ADDRESS, LONGEST_ADDRESS),
                        told(cells, RosterColumn.NOTE, LONGEST_NOTE),
                        window(cells),
                        categories(cells),
                        own,
                        cells.has(RosterColumn.NUMBER) && cells.has(RosterColumn.SPARE_NUMBER),
                        volunteers(cells, own),
                        cells.has(RosterColumn.BACKUP));
        return cells.faults().isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    private static String required(RosterCells cells, RosterColumn column, Reason missing) {
        var text = name(cells, column);
        if (text.isEmpty()) {
            cells.reject(column, missing);
        }
        return text;
    }

    /** Two-character names are often spaced out to line up with the others. */
    private static String name(RosterCells cells, RosterColumn column) {
        var text = cells.text(column, LONGEST_NAME);
        return HAN.matcher(text).matches() ? text.replace(" ", "") : text;
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

    private static @Nullable Set<Category> categories(RosterCells cells) {
        if (!cells.has(RosterColumn.CATEGORIES)) {
            return null;
        }
        var categories = EnumSet.noneOf(Category.class);
        for (var text :
                BETWEEN_CATEGORIES.split(cells.text(RosterColumn.CATEGORIES, LONGEST_OTHER))) {
            if (!text.isEmpty()) {
                Category.read(text)
                        .ifPresentOrElse(
                                categories::add,
                                () -> cells.reject(RosterColumn.CATEGORIES, Reason.CATEGORY));
            }
        }
        return categories;
    }

    private List<PhoneNumber> ownNumbers(RosterCells cells) {
        var own = new LinkedHashSet<PhoneNumber>();
        for (var column : List.of(RosterColumn.NUMBER, RosterColumn.SPARE_NUMBER)) {
            var cell = cells.numbers(column, LONGEST_OTHER);
            for (var text : BETWEEN_NUMBERS.split(cell)) {
                if (!text.isBlank()) {
                    numbers.read(text, cells, column).ifPresent(own::add);
                }
            }
        }
        var column =
                cells.has(RosterColumn.NUMBER) ? RosterColumn.NUMBER : RosterColumn.SPARE_NUMBER;
        if (own.isEmpty() && cells.faults().isEmpty()) {
            cells.reject(column, Reason.NO_NUMBER);
        } else if (own.size() > RosterEntry.MOST_NUMBERS) {
            cells.reject(column, Reason.TOO_MANY_NUMBERS);
        }
        return List.copyOf(own);
    }

    private @Nullable List<NamedNumber> volunteers(RosterCells cells, List<PhoneNumber> own) {
        if (!cells.has(RosterColumn.VOLUNTEER)) {
            return null;
        }
        var ladder = new LinkedHashSet<NamedNumber>();
        volunteer(cells, RosterColumn.VOLUNTEER, RosterColumn.VOLUNTEER_NUMBER, own)
                .ifPresent(ladder::add);
        volunteer(cells, RosterColumn.BACKUP, RosterColumn.BACKUP_NUMBER, own)
                .ifPresent(ladder::add);
        return List.copyOf(ladder);
    }

    private Optional<NamedNumber> volunteer(
            RosterCells cells,
            RosterColumn nameColumn,
            RosterColumn numberColumn,
            List<PhoneNumber> own) {
        var name = name(cells, nameColumn);
        var text = cells.numbers(numberColumn, LONGEST_OTHER);
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
        if (number.filter(own::contains).isPresent()) {
            cells.reject(numberColumn, Reason.OWN_VOLUNTEER);
        }
        return number.map(found -> new NamedNumber(name, found));
    }
}
