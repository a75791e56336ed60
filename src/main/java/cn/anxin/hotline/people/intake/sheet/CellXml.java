package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.sheet.Cell.Kind;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads one cell of a sheet's XML after the other: what it holds, not how it is shown. */
final class CellXml {
    private final SharedTexts texts;
    private final NumberFormats formats;
    private final XmlText value = new XmlText();
    private String type = "";
    private int style;
    private boolean formula;

    CellXml(SharedTexts texts, NumberFormats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    void begin(Attributes attributes) {
        value.clear();
        type = orElse(attributes.getValue("t"), "n");
        style = Integer.parseInt(orElse(attributes.getValue("s"), "0"));
        formula = false;
    }

    void begin(String element) {
        formula |= element.equals("f");
        value.begin(element);
    }

    void characters(char[] text, int from, int length) {
        value.characters(text, from, length);
    }

    void end(String element) {
        value.end(element);
    }

    Cell cell() throws SAXException {
        var raw = value.raw();
        if (raw.isEmpty()) {
            // a text may well be empty; a number that is has never been reckoned
            boolean reckoned = value.told() && type.equals("str");
            return formula && !reckoned ? Cell.of("", Kind.ERROR) : Cell.BLANK;
        }
        return switch (type) {
            case "s" -> Cell.of(texts.text(raw), Kind.TEXT);
            case "str", "inlineStr" -> Cell.of(value.toString(), Kind.TEXT);
            case "b" -> Cell.of(raw.charAt(0) == '1' ? "TRUE" : "FALSE", Kind.TEXT);
            case "d" -> Cell.of(raw, Kind.DATE);
            case "e" -> Cell.of(raw, Kind.ERROR);
            default -> number(raw);
        };
    }

    private Cell number(String raw) throws SAXException {
        double number = Double.parseDouble(raw);
        if (!Double.isFinite(number)) {
            throw new SAXException("not a number");
        }
        if (formats.isDate(style) && DateUtil.isValidExcelDate(number)) {
            return Cell.of(formats.date(number), Kind.DATE);
        }
        var whole = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return Cell.of(formats.padded(whole, style), Kind.NUMBER);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
