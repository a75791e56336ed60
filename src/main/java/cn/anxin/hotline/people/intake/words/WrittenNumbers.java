package cn.anxin.hotline.people.intake.words;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.people.intake.report.Reason;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the telephone numbers of one cell, however they are written and separated. Where a text
 * could mean two things, none of them is taken.
 */
public final class WrittenNumbers {
    private static final Pattern SEPARATOR = Pattern.compile("[;,、/\\\\|\\n]+|或者?|以及|[和及]");

    /** Words that say no more than that a number follows. */
    private static final Pattern LABEL =
            Pattern.compile(
                    "(\\(?(本人|联系电话|固定电话|手机号码?|手机|移动|电话|座机|固话|宅电|家|住宅|[Tt][Ee][Ll]|[Mm]obile|[Pp]hone)"
                            + "\\)?[:.]?\\s*)+|[☎☏📞📱]");

    private static final Pattern SCIENTIFIC =
            Pattern.compile("\\+?(\\d(?:\\.\\d+)?)[eE]\\+?(\\d{1,2})");
    private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern EXTENSION =
            Pattern.compile("(.*\\d)\\s*(?:-|转|分机|内线|[eE][xX][tT]\\.?|[xX#*])\\s*[:#]?(\\d{1,5})");
    private static final Pattern WORDS = Pattern.compile("\\p{L}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()\\-–—.·*]+");

    /** 1.38123E+10 leaves five digits to be made up. */
    private static final Pattern CUT_OFF = Pattern.compile("\\d+0{5}");

    /** A national number of 9 or more digits, without the 0 that comes before an area code. */
    private static final Pattern WITHOUT_ZERO =
            Pattern.compile("(?![48]00)[2-9]\\d{8,10}|10\\d{8}");

    private static final int MOST_GROUPS = 12;

    private final NumberPlan plan;
    private final Set<PhoneNumber> numbers = new LinkedHashSet<>();
    private boolean zeroRestored;

    private enum Zero {
        AS_WRITTEN,
        RESTORED,
        LOST
    }

    private record Found(PhoneNumber number, Zero zero) {}

    /** Why the rest is not read. Stays within this class. */
    private static final class Unfit extends Exception {
        private final transient Reason reason;

        Unfit(Reason reason) {
            super(reason.en(), null, false, false);
            this.reason = reason;
        }
    }

    public sealed interface Result {

        /**
         * @param zeroRestored whether one of them was written without its leading 0
         */
        record Read(List<PhoneNumber> numbers, boolean zeroRestored) implements Result {}

        record Unreadable(Reason reason) implements Result {}
    }

    private WrittenNumbers(NumberPlan plan) {
        this.plan = plan;
    }

    /**
     * @param fromNumberCell whether the spreadsheet keeps it as a number, which may have lost
     *     digits
     */
    public static Result read(String text, boolean fromNumberCell, NumberPlan plan) {
        var written = new WrittenNumbers(plan);
        try {
            if (fromNumberCell && CUT_OFF.matcher(text).matches()) {
                throw new Unfit(NumberReasons.LOST_DIGITS);
            }
            var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
            for (var piece : SEPARATOR.split(plain)) {
                written.piece(LABEL.matcher(piece).replaceAll(" ").strip());
            }
            return new Result.Read(List.copyOf(written.numbers), written.zeroRestored);
        } catch (Unfit e) {
            return new Result.Unreadable(e.reason);
        }
    }

    private void piece(String piece) throws Unfit {
        if (piece.isEmpty()) {
            return;
        }
        var digits = WHOLE.matcher(unfolded(piece)).replaceFirst("$1");
        if (WORDS.matcher(digits).find()) {
            throw new Unfit(
                    isExtension(digits) ? NumberReasons.EXTENSION : NumberReasons.WORDS_BESIDE);
        }
        var readings = readings(digits);
        if (readings.size() > 1) {
            throw new Unfit(NumberReasons.SEVERAL_READINGS);
        }
        if (readings.isEmpty()) {
            throw new Unfit(isExtension(digits) ? NumberReasons.EXTENSION : NumberReasons.BROKEN);
        }
        for (var found : readings.iterator().next()) {
            if (found.zero() == Zero.LOST) {
                throw new Unfit(NumberReasons.LOST_ZERO);
            }
            zeroRestored |= found.zero() == Zero.RESTORED;
            numbers.add(found.number());
        }
    }

    /** Scientific notation with all its digits is a number; most often it has lost some. */
    private static String unfolded(String piece) throws Unfit {
        var scientific = SCIENTIFIC.matcher(piece);
        if (!scientific.matches()) {
            return piece;
        }
        var whole = new BigDecimal(piece).toPlainString();
        int told = scientific.group(1).replace(".", "").length();
        if (told <= Integer.parseInt(scientific.group(2)) || whole.contains(".")) {
            throw new Unfit(NumberReasons.LOST_DIGITS);
        }
        return whole;
    }

    private boolean isExtension(String piece) throws Unfit {
        var extension = EXTENSION.matcher(piece);
        return extension.matches() && !readings(extension.group(1)).isEmpty();
    }

    /** Every way in which the groups of digits are numbers, one after the other. */
    private Set<List<Found>> readings(String digits) throws Unfit {
        var groups =
                BETWEEN_DIGITS.splitAsStream(digits).filter(group -> !group.isEmpty()).toList();
        if (groups.size() > MOST_GROUPS) {
            throw new Unfit(NumberReasons.SEVERAL_READINGS);
        }
        var readings = new LinkedHashSet<List<Found>>();
        collect(groups, 0, new ArrayList<>(), readings);
        return readings;
    }

    private void collect(
            List<String> groups, int from, List<Found> before, Set<List<Found>> readings) {
        if (from == groups.size()) {
            if (!before.isEmpty()) {
                readings.add(List.copyOf(before));
            }
            return;
        }
        for (int to = from + 1; to <= groups.size(); to++) {
            var number = number(String.join("", groups.subList(from, to)));
            if (number.isPresent()) {
                before.add(number.get());
                collect(groups, to, before, readings);
                before.removeLast();
            }
        }
    }

    private Optional<Found> number(String digits) {
        return PhoneNumber.parse(digits, plan)
                .map(number -> new Found(number, zeroOf(digits, number)));
    }

    private Zero zeroOf(String digits, PhoneNumber number) {
        if (!WITHOUT_ZERO.matcher(digits).matches()) {
            return Zero.AS_WRITTEN;
        }
        var withZero = "0" + digits;
        if (!PhoneNumber.parse(withZero, plan).equals(Optional.of(number))) {
            return Zero.AS_WRITTEN;
        }
        return withZero.startsWith(plan.areaCode()) ? Zero.RESTORED : Zero.LOST;
    }

    @Override
    public String toString() {
        return "WrittenNumbers" + numbers;
    }
}
