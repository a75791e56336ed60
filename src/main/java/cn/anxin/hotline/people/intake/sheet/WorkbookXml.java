package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads which sheets a workbook has, in the order of its tabs. */
final class WorkbookXml extends DefaultHandler {
    private static final int MOST_SHEETS = 1_000;

    /** As every program writes it, and as Excel's "Strict Open XML" does. */
    private static final List<String> RELATIONSHIPS =
            List.of(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private final List<NamedSheet> sheets = new ArrayList<>();
    private boolean since1904;

    /**
     * @param since1904 whether its days are counted as on old Macs
     */
    record Contents(List<NamedSheet> sheets, boolean since1904) {}

    /**
     * @param relation by which the sheet's part is found
     */
    record NamedSheet(String name, String relation, boolean visible) {}

    private WorkbookXml() {}

    static Contents read(InputStream xml) throws IOException, SAXException {
        var book = new WorkbookXml();
        Xml.read(xml, book);
        return new Contents(List.copyOf(book.sheets), book.since1904);
    }

    @Override
    public void startElement(String space, String name, String prefixed, Attributes attributes)
            throws SAXException {
        switch (name) {
            case "sheet" -> sheet(attributes);
            case "workbookPr" -> since1904 = SheetXml.isTrue(attributes.getValue("date1904"));
            default -> {}
        }
    }

    private void sheet(Attributes attributes) throws SAXException {
        var name = attributes.getValue("name");
        var relation = relation(attributes);
        if (name == null || relation == null || sheets.size() == MOST_SHEETS) {
            throw new SAXException("not the sheets of a workbook");
        }
        var state = attributes.getValue("state");
        sheets.add(new NamedSheet(name, relation, state == null || state.equals("visible")));
    }

    private static @Nullable String relation(Attributes attributes) {
        for (var space : RELATIONSHIPS) {
            var relation = attributes.getValue(space, "id");
            if (relation != null) {
                return relation;
            }
        }
        return null;
    }
}
