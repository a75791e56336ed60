package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;

/** A text as rows of cells between separators. */
final class CsvTable implements Table {
    private static final int MOST_COLUMNS = 200;

    /** Far above the longest text of a roster: a cell this long is a quote that never closed. */
    private static final int LONGEST_CELL = 10_000;

    private static final int LONGEST_ROW = 50_000;

    private final String text;
    private final char separator;

    CsvTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean rectangular() {
        return true;
    }

    @Override
    public boolean hides(int column) {
        return false;
    }

    @Override
    public void read(Reader reader) {
        var records = records();
        long line = 0;
        try {
            while (records.hasNext()) {
                var cells = records.next().getFields().stream().map(Cell::plain).toList();
                if (!reader.read(new SheetRow(++line, false, cells))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new NotARoster(
                    "第 " + line + " 行以后读不下去：引号没有成对，或者一格、一行太长",
                    "unreadable after line "
                            + line
                            + ": a quote left open, or a cell or row too long");
        }
    }

    private Iterator<CsvRecord> records() {
        var bounded =
                CsvRecordHandler.of(limits ->
                        limits.maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW));
        return CsvReader.builder()
                .fieldSeparator(separator)
                // a spreadsheet counts them
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(bounded, text)
                .iterator();
    }
}
