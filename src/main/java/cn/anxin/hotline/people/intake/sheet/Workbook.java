package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.sheet.WorkbookXml.NamedSheet;
import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.SAXException;

/**
 * An Excel workbook (.xlsx). POI finds its parts and its shared texts; the sheets are read as
 * streams of XML. What a cell shows is never asked for, only what it holds: 1.38E+10 holds the
 * whole number.
 */
final class Workbook implements SheetFile {
    private final OPCPackage parts;
    private final List<NamedSheet> sheets;
    private final List<Table> tables;

    private Workbook(OPCPackage parts, List<NamedSheet> sheets, List<Table> tables) {
        this.parts = parts;
        this.sheets = sheets;
        this.tables = tables;
    }

    /**
     * @throws NotARoster if it is no workbook, or one that no roster would be
     */
    static Workbook open(byte[] file) {
        return WorkbookFaults.told(() -> read(OPCPackage.open(new BoundedParts(file))));
    }

    private static Workbook read(OPCPackage parts)
            throws IOException, SAXException, OpenXML4JException {
        var reader = new XSSFReader(parts);
        var book = WorkbookXml.read(reader.getWorkbookData());
        SharedStrings texts = new ReadOnlySharedStringsTable(parts);
        var dates = DateFormats.read(reader.getStylesData(), book.since1904());
        var tables =
                book.sheets().stream()
                        .filter(NamedSheet::visible)
                        .<Table>map(sheet -> new WorkbookTable(reader, sheet, texts, dates))
                        .toList();
        return new Workbook(parts, book.sheets(), tables);
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public List<String> hidden() {
        return sheets.stream().filter(sheet -> !sheet.visible()).map(NamedSheet::name).toList();
    }

    /** Gives everything back unsaved. */
    @Override
    public void close() {
        parts.revert();
    }
}
