package cn.anxin.hotline.people.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV text as a header and the rows below it, read once, row by row. Blank rows are left out. */
final class RosterTable {
    private static final int MOST_COLUMNS = 200;

    /** Far above the longest text of a roster: a cell this long is a quote that never closed. */
    private static final int LONGEST_CELL = 10_000;

    private static final int LONGEST_ROW = 50_000;

    /** A title and a date above the header are usual. */
    private static final int HEADER_WITHIN = 5;

    private final Iterator<CsvRecord> csv;
    private final RosterHeader header;
    private long line;

    /**
     * @throws NotARoster if no header is found
     */
    RosterTable(String text) {
        if (text.isBlank()) {
            throw new NotARoster("文件是空的", "the file is empty");
        }
        this.csv = csv(text);
        this.header = findHeader();
    }

    RosterHeader header() {
        return header;
    }

    /**
     * @throws NotARoster at a row of another width than the header's, at one that cannot be read,
     *     and after too many
     */
    void forEachRow(int most, Consumer<CsvRecord> reader) {
        int rows = 0;
        for (var row = next(); row != null; row = next()) {
            if (row.getFieldCount() != header.width()) {
                throw ragged(row);
            }
            if (blank(row.getFields())) {
                continue;
            }
            if (++rows > most) {
                throw new NotARoster("名单太长，最多 " + most + " 人", "more than " + most + " people");
            }
            reader.accept(row);
        }
    }

    private static Iterator<CsvRecord> csv(String text) {
        var bounded =
                CsvRecordHandler.of(limits ->
                        limits.maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW));
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(bounded, text)
                .iterator();
    }

    private @Nullable CsvRecord next() {
        try {
            if (!csv.hasNext()) {
                return null;
            }
            var row = csv.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (CsvParseException e) {
            throw new NotARoster(
                    "第 " + line + " 行以后读不下去：引号没有成对，或者一格、一行太长",
                    "unreadable after line "
                            + line
                            + ": a quote left open, or a cell or row too long");
        }
    }

    private RosterHeader findHeader() {
        for (int tried = 0; tried < HEADER_WITHIN; tried++) {
            var row = next();
            if (row == null) {
                break;
            }
            var found = RosterHeader.read(row.getFields());
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new NotARoster(
                "没有找到表头：要有“姓名”“村居委”“联系电话”等列名",
                "no header found: a roster names its columns 姓名, 村居委, 联系电话 …");
    }

    private NotARoster ragged(CsvRecord row) {
        return new NotARoster(
                "第 %d 行有 %d 格，表头有 %d 格：多半是少了或多了一个逗号"
                        .formatted(line, row.getFieldCount(), header.width()),
                "line %d has %d cells, the header has %d: a comma too many or too few"
                        .formatted(line, row.getFieldCount(), header.width()));
    }

    private static boolean blank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
