package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.sheet.Cell.Kind;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads one cell of a sheet's XML after the other: what it holds, not how it is shown. */
final class CellXml {
    /** Excel's own limit. */
    private static final int LONGEST = 32_767;

    private final SharedStrings texts;
    private final DateFormats dates;
    private final StringBuilder value = new StringBuilder();
    private String type = "";
    private int style;
    private boolean formula;
    private boolean told;
    private boolean listening;
    private boolean pronunciation;

    CellXml(SharedStrings texts, DateFormats dates) {
        this.texts = texts;
        this.dates = dates;
    }

    void begin(Attributes attributes) {
        value.setLength(0);
        type = orElse(attributes.getValue("t"), "n");
        style = Integer.parseInt(orElse(attributes.getValue("s"), "0"));
        formula = false;
        told = false;
        listening = false;
        pronunciation = false;
    }

    void begin(String element) {
        switch (element) {
            case "f" -> formula = true;
            case "rPh" -> pronunciation = true;
            case "v", "t" -> {
                listening = !pronunciation;
                told |= listening;
            }
            default -> {}
        }
    }

    void characters(char[] text, int from, int length) {
        if (listening) {
            value.append(text, from, Math.min(length, LONGEST - value.length()));
        }
    }

    void end(String element) {
        switch (element) {
            case "rPh" -> pronunciation = false;
            case "v", "t" -> listening = false;
            default -> {}
        }
    }

    Cell cell() throws SAXException {
        if (!told) {
            return formula ? Cell.of("", Kind.ERROR) : Cell.BLANK;
        }
        if (value.isEmpty()) {
            return Cell.BLANK;
        }
        return switch (type) {
            case "s" -> Cell.of(shared(), Kind.TEXT);
            case "str", "inlineStr" -> Cell.of(value.toString(), Kind.TEXT);
            case "b" -> Cell.of(value.charAt(0) == '1' ? "TRUE" : "FALSE", Kind.TEXT);
            case "d" -> Cell.of(value.toString(), Kind.DATE);
            case "e" -> Cell.of(value.toString(), Kind.ERROR);
            default -> number();
        };
    }

    private String shared() {
        var text = texts.getItemAt(Integer.parseInt(value.toString())).getString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private Cell number() throws SAXException {
        double number = Double.parseDouble(value.toString());
        if (!Double.isFinite(number)) {
            throw new SAXException("not a number");
        }
        if (dates.shows(style) && DateUtil.isValidExcelDate(number)) {
            return Cell.of(dates.text(number), Kind.DATE);
        }
        var whole = BigDecimal.valueOf(number).stripTrailingZeros();
        return Cell.of(whole.toPlainString(), Kind.NUMBER);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
