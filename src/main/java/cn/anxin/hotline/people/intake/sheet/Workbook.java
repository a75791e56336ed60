package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.sheet.WorkbookXml.NamedSheet;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.xml.sax.SAXException;

/**
 * An Excel workbook (.xlsx, .xlsm). POI finds its parts; they are read as streams of XML. What a
 * cell shows is never asked for, only what it holds: 1.38E+10 holds the whole number.
 */
final class Workbook implements SheetFile {
    private final WorkbookParts parts;
    private final List<NamedSheet> sheets;
    private final Map<String, Table> tables;

    private Workbook(WorkbookParts parts, List<NamedSheet> sheets, Map<String, Table> tables) {
        this.parts = parts;
        this.sheets = sheets;
        this.tables = tables;
    }

    /**
     * @throws NotARoster if it is no workbook, or one that no roster would be
     */
    static Workbook open(byte[] file) {
        return WorkbookFaults.told(() -> read(WorkbookParts.of(new BoundedParts(file))));
    }

    private static Workbook read(WorkbookParts parts)
            throws IOException, SAXException, OpenXML4JException {
        var book = WorkbookXml.read(parts.workbook());
        var texts = parts.sharedTexts();
        var shared = texts.isEmpty() ? SharedTexts.NONE : SharedTexts.read(texts.get());
        var formats = NumberFormats.read(parts.styles().orElse(null), book.since1904());
        var tables = new LinkedHashMap<String, Table>();
        for (var sheet : book.sheets()) {
            tables.put(sheet.name(), new WorkbookTable(parts, sheet, shared, formats));
        }
        return new Workbook(parts, book.sheets(), tables);
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public List<Table> tables() {
        return sheets.stream()
                .filter(NamedSheet::visible)
                .map(sheet -> Objects.requireNonNull(tables.get(sheet.name())))
                .toList();
    }

    @Override
    public Optional<Table> named(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    @Override
    public List<String> hidden() {
        return sheets.stream().filter(sheet -> !sheet.visible()).map(NamedSheet::name).toList();
    }

    @Override
    public void close() {
        parts.close();
    }
}
