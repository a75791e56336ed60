package cn.anxin.hotline.people.intake.words;

import cn.anxin.hotline.people.intake.report.Reason;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads in which year somebody was born out of a day, a year, an age, or a spreadsheet's count of
 * days. Where a text could mean two centuries, or an age as well as a year, none is taken.
 */
public final class WrittenBirth {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(年?|\\d{2}|\\d{4}|[-/.年]\\d{1,2}(月?|[-/.月]\\d{1,2}日?))(T.*)?");

    /** A day as spreadsheets count them from 1900 on; of four digits it would be a year. */
    private static final Pattern DAY_COUNT = Pattern.compile("\\d{5}");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** 40年, 40年5月: nobody writes an age so. */
    private static final Pattern TWO_DIGITS = Pattern.compile("(\\d{2})年(\\d{1,2}月(\\d{1,2}日?)?)?");

    /** As on the papers of whoever was born before 1949. */
    private static final Pattern REPUBLIC = Pattern.compile("民国(\\d{1,2})年.*");

    private static final int BEFORE_REPUBLIC = 1911;

    private static final Pattern DECADE = Pattern.compile("(\\d)0后");
    private static final Pattern ZODIAC = Pattern.compile("(属|生肖).*|[鼠牛虎兔龙蛇马羊猴鸡狗猪]");
    private static final Pattern BARE = Pattern.compile("\\d{1,3}|\\d{2}[-/.]\\d{1,2}.*");
    private static final Pattern BESIDE =
            Pattern.compile("^\\(?(农历|阴历|旧历|公历|阳历)\\)?|\\(?(农历|阴历|旧历|公历|阳历|出?生)\\)?$");
    private static final Pattern ABOUT = Pattern.compile("^(大?约|大概)|(左右|上下|前后|约)$");

    private static final Pattern AGE =
            Pattern.compile(
                    "(?<about>大?约|大概|近|快)?(?<nominal>虚岁?)?(?<years>\\d{1,3})(?<more>多|几|来|余|\\+)?"
                            + "(?<unit>[周实]?岁|虚岁)?(?<around>多|余|左右|上下|以上)?");

    private static final int EARLIEST = 1890;
    private static final int OLDEST = 130;

    /** An age leaves two years to choose from. */
    private static final int BY_AGE = 1;

    private static final int ROUGHLY = 5;

    private WrittenBirth() {}

    public sealed interface Result {

        /**
         * @param within how many years it may be from that
         * @param remark what was made of it that it does not say in so many words
         */
        record Read(int year, int within, @Nullable Reason remark) implements Result {}

        record Unreadable(Reason reason) implements Result {}
    }

    /**
     * Of a column for days or years of birth.
     *
     * @param text without blanks, its digits plain
     */
    public static Result ofBirth(String text, int thisYear) {
        var bare = BESIDE.matcher(text).replaceAll("");
        var exact = ABOUT.matcher(bare).replaceAll("");
        boolean about = !exact.equals(bare);
        var year = year(exact);
        if (year.isPresent()) {
            return about
                    ? within(year.get(), ROUGHLY, BirthReasons.ROUGHLY, thisYear)
                    : within(year.get(), 0, null, thisYear);
        }
        var twoDigits = TWO_DIGITS.matcher(exact);
        if (twoDigits.matches()) {
            return ofTwoDigits(Integer.parseInt(twoDigits.group(1)), thisYear);
        }
        var decade = DECADE.matcher(exact);
        if (decade.matches()) {
            int middle = 1900 + Integer.parseInt(decade.group(1)) * 10 + ROUGHLY;
            return within(middle, ROUGHLY, BirthReasons.ROUGHLY, thisYear);
        }
        if (ZODIAC.matcher(exact).matches()) {
            return new Result.Unreadable(BirthReasons.ZODIAC);
        }
        if (!about && BARE.matcher(exact).matches()) {
            return new Result.Unreadable(BirthReasons.YEAR_OR_AGE);
        }
        var age = AGE.matcher(bare);
        return age.matches()
                ? ofAge(age, BirthReasons.AGE_FOR_BIRTH, thisYear)
                : new Result.Unreadable(BirthReasons.BIRTH);
    }

    /**
     * Of a column for ages.
     *
     * @param text without blanks, its digits plain
     */
    public static Result ofAge(String text, int thisYear) {
        var age = AGE.matcher(text);
        return age.matches() ? ofAge(age, null, thisYear) : new Result.Unreadable(BirthReasons.AGE);
    }

    private static Optional<Integer> year(String text) {
        if (DAY_COUNT.matcher(text).matches()) {
            return Optional.of(DAY_ZERO.plusDays(Integer.parseInt(text)).getYear());
        }
        var republic = REPUBLIC.matcher(text);
        if (republic.matches()) {
            return Optional.of(BEFORE_REPUBLIC + Integer.parseInt(republic.group(1)));
        }
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(Integer.valueOf(written.group(1)))
                : Optional.empty();
    }

    /** Of a year that has not come yet only the last century's is left. */
    private static Result ofTwoDigits(int year, int thisYear) {
        return year > thisYear % 100
                ? within(1900 + year, 0, BirthReasons.TWO_DIGITS, thisYear)
                : new Result.Unreadable(BirthReasons.WHICH_CENTURY);
    }

    private static Result ofAge(Matcher age, @Nullable Reason remark, int thisYear) {
        int years = Integer.parseInt(age.group("years"));
        if (years > OLDEST) {
            return new Result.Unreadable(BirthReasons.AGE);
        }
        boolean more = age.group("more") != null || age.group("around") != null;
        if (more || age.group("about") != null) {
            // 80多 is anything up to 89
            boolean decade = more && years % 10 == 0 && !"左右".equals(age.group("around"));
            int middle = thisYear - years - (decade ? ROUGHLY : 0);
            return new Result.Read(middle, ROUGHLY, BirthReasons.ROUGHLY);
        }
        if (age.group("nominal") != null || "虚岁".equals(age.group("unit"))) {
            return new Result.Read(thisYear - years + 1, BY_AGE, BirthReasons.NOMINAL);
        }
        return new Result.Read(thisYear - years, BY_AGE, remark);
    }

    private static Result within(int year, int within, @Nullable Reason remark, int thisYear) {
        return year >= EARLIEST && year <= thisYear
                ? new Result.Read(year, within, remark)
                : new Result.Unreadable(BirthReasons.BIRTH);
    }
}
