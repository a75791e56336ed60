package cn.anxin.hotline.people.intake.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a day as people write one, or as a spreadsheet counts it. */
public final class WrittenDay {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:T.*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_COUNT = Pattern.compile("\\d{5}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private WrittenDay() {}

    /**
     * @param text without blanks, its digits plain
     */
    public static Optional<LocalDate> read(String text) {
        if (DAY_COUNT.matcher(text).matches()) {
            return Optional.of(DAY_ZERO.plusDays(Integer.parseInt(text)));
        }
        for (var form : new Pattern[] {WRITTEN, DIGITS}) {
            var written = form.matcher(text);
            if (written.matches()) {
                return day(written.group(1), written.group(2), written.group(3));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
