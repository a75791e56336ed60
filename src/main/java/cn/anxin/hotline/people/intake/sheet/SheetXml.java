package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.sheet.Table.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the XML of one sheet, row by row. Holds one row at a time, and of that only cells that say
 * something: a sheet may have a million formatted rows of nothing.
 */
final class SheetXml extends DefaultHandler {
    static final int MOST_COLUMNS = 200;
    private static final int MOST_ROWS = 1_048_576;

    private final Reader reader;
    private final CellXml values;
    private final List<Cell> cells = new ArrayList<>();
    private long line;
    private boolean hidden;
    private int place;
    private boolean inCell;

    /** Ends the parser early. */
    static final class Enough extends SAXException {}

    SheetXml(SharedTexts texts, NumberFormats formats, Reader reader) {
        this.values = new CellXml(texts, formats);
        this.reader = reader;
    }

    static boolean isTrue(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes attributes)
            throws SAXException {
        switch (name) {
            case "row" -> beginRow(attributes);
            case "c" -> beginCell(attributes);
            default -> {
                if (inCell) {
                    values.begin(name);
                }
            }
        }
    }

    @Override
    public void characters(char[] text, int from, int length) {
        if (inCell) {
            values.characters(text, from, length);
        }
    }

    @Override
    public void endElement(String space, String name, String prefixed) throws SAXException {
        switch (name) {
            case "row" -> endRow();
            case "c" -> endCell();
            default -> {
                if (inCell) {
                    values.end(name);
                }
            }
        }
    }

    private void beginRow(Attributes attributes) throws SAXException {
        var told = attributes.getValue("r");
        long next = told == null ? line + 1 : Long.parseLong(told);
        if (next <= line || next > MOST_ROWS) {
            throw new SAXException("rows out of order");
        }
        line = next;
        hidden = isTrue(attributes.getValue("hidden"));
        cells.clear();
        place = -1;
    }

    private void beginCell(Attributes attributes) throws SAXException {
        int next = place(attributes.getValue("r"));
        if (next <= place) {
            throw new SAXException("cells out of order");
        }
        place = next;
        inCell = true;
        values.begin(attributes);
    }

    private int place(@Nullable String reference) throws SAXException {
        if (reference == null) {
            return place + 1;
        }
        int letters = 0;
        while (letters < reference.length() && reference.charAt(letters) >= 'A') {
            letters++;
        }
        // XFD is the last column that a sheet can have
        if (letters == 0 || letters > 3) {
            throw new SAXException("no such column");
        }
        return CellReference.convertColStringToIndex(reference.substring(0, letters));
    }

    private void endCell() throws SAXException {
        inCell = false;
        var cell = values.cell();
        if (cell.blank()) {
            return;
        }
        if (place >= MOST_COLUMNS) {
            throw new NotARoster(
                    "第 " + line + " 行太宽，最多 " + MOST_COLUMNS + " 列",
                    "row " + line + " is wider than " + MOST_COLUMNS + " columns");
        }
        while (cells.size() < place) {
            cells.add(Cell.BLANK);
        }
        cells.add(cell);
    }

    private void endRow() throws Enough {
        if (!reader.read(new SheetRow(line, hidden, cells))) {
            throw new Enough();
        }
    }
}
