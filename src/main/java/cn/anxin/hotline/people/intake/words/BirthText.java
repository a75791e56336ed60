package cn.anxin.hotline.people.intake.words;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a year of birth out of a year, a month, a day, or a spreadsheet's count of days. */
public final class BirthText {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(年?|\\d{2}|\\d{4}|[-/.年]\\d{1,2}(月?|[-/.月]\\d{1,2}日?))(T.*)?");

    /** A day as spreadsheets count them from 1900 on; of four digits it would be a year. */
    private static final Pattern DAY_COUNT = Pattern.compile("\\d{5}");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST = 1890;

    private BirthText() {}

    /**
     * @param text without blanks, its digits plain
     */
    public static Optional<Integer> year(String text, int thisYear) {
        return written(text).filter(year -> year >= EARLIEST && year <= thisYear);
    }

    private static Optional<Integer> written(String text) {
        if (DAY_COUNT.matcher(text).matches()) {
            return Optional.of(DAY_ZERO.plusDays(Integer.parseInt(text)).getYear());
        }
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(Integer.valueOf(written.group(1)))
                : Optional.empty();
    }
}
