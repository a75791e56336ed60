package cn.anxin.hotline.people.intake.words;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clean text out of what people type, paste and drag into cells. */
public final class CellText {
    public static final Pattern NEVER = Pattern.compile("(?!)");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    private static final Pattern BLANKS_IN_LINE =
            Pattern.compile("[\\s\\p{Z}\\x85&&[^\\n\\r\\x0b\\f\\x85\\u2028\\u2029]]+");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}\\uFFFD\\uFFFE\\uFFFF&&[^\\n]]");

    /** With which a spreadsheet keeps a number from being reckoned with. */
    private static final Pattern TEXT_MARK = Pattern.compile("^['`’] ?");

    /** How people write that there is nothing. */
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\]+|无|暂无|没有");

    /** How a spreadsheet shows a formula that failed. */
    private static final Pattern FAILED =
            Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!|####*)");

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan} ]+");
    private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");

    /** What a spreadsheet writes behind a day into a CSV file: 1940/5/1 0:00. */
    private static final Pattern TIME = Pattern.compile(" \\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");

    /** A formula that is but a text, with which some programs keep a number's leading 0. */
    private static final Pattern QUOTED = Pattern.compile("=\"([^\"]*)\"");

    private CellText() {}

    /** In one line, without marks and doubled blanks; empty where it says that there is nothing. */
    public static String line(String written) {
        return said(BLANKS.matcher(visible(written)).replaceAll(" "));
    }

    /** The same, with a single line feed for every line break. */
    public static String lines(String written) {
        var spaced = BLANKS_IN_LINE.matcher(visible(written)).replaceAll(" ");
        return said(LINE_BREAKS.matcher(spaced.strip()).replaceAll("\n"));
    }

    /** A name; one of two characters is often spaced out to line up with the others. */
    public static String name(String line) {
        var name = line.strip();
        return HAN.matcher(name).matches() ? name.replace(" ", "") : name;
    }

    /** Digits as such, without blanks: 82.0 is 82; of a day without its time. */
    public static String figure(String line) {
        var day = TIME.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC)).replaceFirst("");
        var bare = day.replace(" ", "");
        return WHOLE.matcher(bare).replaceFirst("$1");
    }

    /** Whether the file itself says that this is a text, as spreadsheets are told to. */
    public static boolean marked(String written) {
        return TEXT_MARK.matcher(written.strip()).find();
    }

    /** A note that says the same as the stored one, in one line, leaves that as it is. */
    public static String over(@Nullable String told, String stored) {
        return told == null || told.equals(line(stored)) ? stored : told;
    }

    public static boolean unreadable(String text) {
        return UNREADABLE.matcher(text).find();
    }

    public static boolean failedFormula(String text) {
        return FAILED.matcher(text).matches();
    }

    private static String visible(String written) {
        return INVISIBLE.matcher(written).replaceAll("");
    }

    private static String said(String text) {
        var quoted = QUOTED.matcher(text.strip());
        var bare =
                TEXT_MARK
                        .matcher(quoted.matches() ? quoted.group(1) : text.strip())
                        .replaceFirst("");
        return NOTHING.matcher(bare).matches()
                ? ""
                : Normalizer.normalize(bare, Normalizer.Form.NFC);
    }
}
