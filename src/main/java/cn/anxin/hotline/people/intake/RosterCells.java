package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.intake.ImportReport.Rejected;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one row, cleaned, and the faults found in them so far. */
final class RosterCells {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\uFFFD\\uFFFE\\uFFFF]");

    /** What a spreadsheet would run; a number may well begin with a plus. */
    private static final Pattern FORMULA = Pattern.compile("[=＝@＠+＋\\-－].*");

    private static final Pattern FORMULA_NOT_NUMBER =
            Pattern.compile("[=＝@＠].*|[+＋\\-－].*\\p{L}.*");

    /** With which a spreadsheet keeps a number from being reckoned with. */
    private static final Pattern TEXT_MARK = Pattern.compile("^['`’] ?");

    /** How people write that there is nothing. */
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\]+|无|暂无|没有");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NUMBERS = 200;
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan} ]+");

    private final RosterHeader header;
    private final CsvRecord row;
    private final List<Rejected> faults = new ArrayList<>();
    private final Set<RosterColumn> rejected = EnumSet.noneOf(RosterColumn.class);

    RosterCells(RosterHeader header, CsvRecord row) {
        this.header = header;
        this.row = row;
    }

    long line() {
        return row.getStartingLineNumber();
    }

    boolean has(RosterColumn column) {
        return header.has(column);
    }

    /**
     * One line of clean text, at most as long; empty where the cell is, says nothing, or was
     * rejected.
     */
    String text(RosterColumn column, int longest) {
        var text = clean(column);
        if (FORMULA.matcher(text).matches()) {
            return refuse(column, Reason.FORMULA);
        }
        return checked(column, text, longest);
    }

    /** A name; one of two characters is often spaced out to line up with the others. */
    String name(RosterColumn column) {
        var text = text(column, LONGEST_NAME);
        return HAN.matcher(text).matches() ? text.replace(" ", "") : text;
    }

    /** As {@link #text}, where a leading sign belongs to a telephone number. */
    String numbers(RosterColumn column) {
        var text = clean(column);
        if (FORMULA_NOT_NUMBER.matcher(text).matches()) {
            return refuse(column, Reason.FORMULA);
        }
        return checked(column, text, LONGEST_NUMBERS);
    }

    /** Only a cell's first fault counts; the others mostly follow from it. */
    void reject(RosterColumn column, Reason reason) {
        if (rejected.add(column)) {
            faults.add(new Rejected(line(), header.name(column), reason));
        }
    }

    List<Rejected> faults() {
        return faults;
    }

    private String clean(RosterColumn column) {
        var place = header.places().get(column);
        if (place == null) {
            return "";
        }
        var visible = INVISIBLE.matcher(row.getField(place)).replaceAll("");
        var text =
                TEXT_MARK.matcher(BLANKS.matcher(visible).replaceAll(" ").strip()).replaceFirst("");
        return NOTHING.matcher(text).matches()
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private String checked(RosterColumn column, String text, int longest) {
        if (UNREADABLE.matcher(text).find()) {
            return refuse(column, Reason.UNREADABLE);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return refuse(column, Reason.tooLong(longest));
        }
        return text;
    }

    private String refuse(RosterColumn column, Reason reason) {
        reject(column, reason);
        return "";
    }
}
