package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.intake.header.Place;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.header.RosterHeader;
import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.sheet.Cell;
import cn.anxin.hotline.people.intake.sheet.Cell.Kind;
import cn.anxin.hotline.people.intake.sheet.Cell.Origin;
import cn.anxin.hotline.people.intake.sheet.SheetRow;
import cn.anxin.hotline.people.intake.words.CellText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one row, cleaned, and the faults found in them so far. */
final class RosterCells {
    /** What a spreadsheet would run; a number may well begin with a plus. */
    private static final Pattern FORMULA = Pattern.compile("[=＝@＠+＋\\-－].*");

    private static final Pattern FORMULA_NOT_NUMBER =
            Pattern.compile("[=＝@＠].*|[+＋\\-－].*\\p{L}.*", Pattern.DOTALL);

    private static final Pattern DITTO = Pattern.compile("同上|同前|[〃″\"]+|''");

    /** Where whatever one writes is a text, if the file says that it is one. */
    private static final Set<RosterColumn> FREE_TEXT =
            EnumSet.of(
                    RosterColumn.ADDRESS,
                    RosterColumn.HEARING,
                    RosterColumn.CONDITION,
                    RosterColumn.NOTE);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NUMBERS = 200;

    private final RosterHeader header;
    private final SheetRow row;
    private final List<Rejected> faults = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> rejected = new HashSet<>();

    RosterCells(RosterHeader header, SheetRow row) {
        this.header = header;
        this.row = row;
    }

    long line() {
        return row.line();
    }

    boolean hidden() {
        return row.hidden();
    }

    RosterHeader header() {
        return header;
    }

    boolean has(RosterColumn column) {
        return header.has(column);
    }

    /**
     * One line of clean text, at most as long; empty where the cell is, says nothing, or was
     * rejected.
     */
    String text(RosterColumn column, int longest) {
        return header.place(column).map(place -> text(place, longest)).orElse("");
    }

    String name(RosterColumn column) {
        return CellText.name(text(column, LONGEST_NAME));
    }

    /** A day, a year or a number, whichever way the file keeps it; as {@link #text} otherwise. */
    String figure(RosterColumn column, int longest) {
        var place = header.place(column);
        if (place.isEmpty()) {
            return "";
        }
        var cell = cell(place.get());
        return cell.kind() == Kind.DATE ? cell.text() : CellText.figure(text(place.get(), longest));
    }

    /** Telephone numbers: a leading sign may belong to them, a line break comes between them. */
    Cell numbers(Place place) {
        var cell = cell(place);
        var text = CellText.lines(cell.text());
        if (refuses(place, cell, text, FORMULA_NOT_NUMBER)) {
            return Cell.BLANK;
        }
        return new Cell(checked(place, text, LONGEST_NUMBERS), cell.kind(), Origin.OWN);
    }

    /** What stands there itself, for telling what kind of row it is. */
    String glance(Place place) {
        return glance(row.cell(place.index()));
    }

    /** What the row begins with, whether or not its column means anything. */
    String first() {
        return row.cells().stream()
                .map(RosterCells::glance)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether nothing stands in any column that means something. */
    boolean sayNothing() {
        return header.places().stream().allMatch(place -> row.cell(place.index()).blank());
    }

    /** Also of a rejected row; empty if it is unreadable. */
    String committee() {
        return header.place(RosterColumn.COMMITTEE)
                .map(place -> CellText.name(CellText.line(cell(place).text())))
                .orElse("");
    }

    void reject(Place place, Reason reason) {
        reject(place.header(), reason);
    }

    void reject(RosterColumn column, Reason reason) {
        reject(header.name(column), reason);
    }

    /** Only a cell's first fault counts; the others mostly follow from it. */
    void reject(String columnHeader, Reason reason) {
        if (rejected.add(columnHeader)) {
            faults.add(new Rejected(line(), columnHeader, reason));
        }
    }

    boolean rejects(RosterColumn column) {
        return rejected.contains(header.name(column));
    }

    boolean rejects(Place place) {
        return rejected.contains(place.header());
    }

    void remark(Place place, Reason what) {
        remark(place.header(), what);
    }

    void remark(RosterColumn column, Reason what) {
        remark(header.name(column), what);
    }

    private void remark(String columnHeader, Reason what) {
        var remark = new Remark(line(), columnHeader, what);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    List<Rejected> faults() {
        return faults;
    }

    List<Remark> remarks() {
        return remarks;
    }

    private static String glance(Cell cell) {
        return cell.own() ? CellText.line(cell.text()) : "";
    }

    String text(Place place, int longest) {
        var cell = cell(place);
        var text = CellText.line(cell.text());
        if (cell.kind() == Kind.DATE) {
            return refuse(place, Reasons.BECAME_DATE);
        }
        boolean saysItIsText = cell.kind() == Kind.TEXT || CellText.marked(cell.text());
        var isFormula =
                saysItIsText && FREE_TEXT.contains(place.column()) ? CellText.NEVER : FORMULA;
        if (refuses(place, cell, text, isFormula)) {
            return "";
        }
        return checked(place, text, longest);
    }

    /** What a merged cell says of this row. */
    private Cell cell(Place place) {
        var cell = row.cell(place.index());
        return switch (cell.origin()) {
            case OWN -> cell;
            case FROM_LEFT -> Cell.BLANK;
            case FROM_ABOVE -> {
                if (place.column().sharesMerged()) {
                    yield cell;
                }
                if (!cell.text().isBlank()) {
                    remark(place, Remarks.MERGED_ONCE);
                }
                yield Cell.BLANK;
            }
        };
    }

    private boolean refuses(Place place, Cell cell, String text, Pattern formula) {
        if (cell.kind() == Kind.ERROR || CellText.failedFormula(text)) {
            reject(place.header(), Reasons.NO_RESULT);
            return true;
        }
        if (formula.matcher(text).matches()) {
            reject(place.header(), Reasons.FORMULA);
            return true;
        }
        if (DITTO.matcher(text).matches()) {
            reject(place.header(), Reasons.DITTO);
            return true;
        }
        return false;
    }

    private String checked(Place place, String text, int longest) {
        if (CellText.unreadable(text)) {
            return refuse(place, Reasons.UNREADABLE);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return refuse(place, Reasons.tooLong(longest));
        }
        return text;
    }

    private String refuse(Place place, Reason reason) {
        reject(place.header(), reason);
        return "";
    }
}
