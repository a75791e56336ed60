package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Knows what a workbook's styles make of a number: a date, or one with its leading zeros. */
final class NumberFormats {
    private static final NumberFormats NONE = new NumberFormats(new BitSet(), Map.of(), false);

    /** What stands in a format and is not a digit's place: 000\\-0000\\-0000, 00000000;@. */
    private static final Pattern BESIDE_DIGITS = Pattern.compile(";.*|\\[[^]]*]|[-\\\\\" ()_]");

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    private final BitSet dates;
    private final Map<Integer, Integer> digits;
    private final boolean since1904;

    /**
     * @param digits of a style that shows leading zeros how many digits it shows at least
     */
    private NumberFormats(BitSet dates, Map<Integer, Integer> digits, boolean since1904) {
        this.dates = dates;
        this.digits = digits;
        this.since1904 = since1904;
    }

    /**
     * @param xml null for a workbook without styles
     */
    static NumberFormats read(@Nullable InputStream xml, boolean since1904)
            throws IOException, SAXException {
        if (xml == null) {
            return NONE;
        }
        var handler = new Handler();
        Xml.read(xml, handler);
        var dates = new BitSet();
        var digits = new HashMap<Integer, Integer>();
        for (int style = 0; style < handler.formats.size(); style++) {
            int format = handler.formats.get(style);
            var written = handler.written.get(format);
            dates.set(style, DateUtil.isADateFormat(format, written));
            var zeros = written == null ? "" : BESIDE_DIGITS.matcher(written).replaceAll("");
            if (ZEROS.matcher(zeros).matches()) {
                digits.put(style, zeros.length());
            }
        }
        return new NumberFormats(dates, digits, since1904);
    }

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    /** The leading zeros that the style shows and a number cannot hold: those of an area code. */
    String padded(String whole, int style) {
        int missing = digits.getOrDefault(style, 0) - whole.length();
        boolean plain = whole.chars().allMatch(sign -> sign >= '0' && sign <= '9');
        return missing > 0 && plain ? "0".repeat(missing) + whole : whole;
    }

    /** ISO: the day, the time, or both, whichever the number has. */
    String date(double number) {
        var moment = DateUtil.getLocalDateTime(number, since1904);
        if (number < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static final class Handler extends DefaultHandler {
        private static final int MOST_STYLES = 100_000;

        final List<Integer> formats = new ArrayList<>();
        final Map<Integer, String> written = new HashMap<>();
        private boolean ofCells;

        @Override
        public void startElement(String space, String name, String prefixed, Attributes attributes)
                throws SAXException {
            switch (name) {
                case "numFmt" -> {
                    var code = attributes.getValue("formatCode");
                    if (code != null) {
                        written.put(number(attributes.getValue("numFmtId")), code);
                    }
                }
                case "cellXfs" -> ofCells = true;
                case "xf" -> {
                    if (ofCells) {
                        formats.add(number(attributes.getValue("numFmtId")));
                    }
                }
                default -> {}
            }
            if (formats.size() > MOST_STYLES || written.size() > MOST_STYLES) {
                throw new SAXException("more styles than a workbook can have");
            }
        }

        @Override
        public void endElement(String space, String name, String prefixed) {
            if (name.equals("cellXfs")) {
                ofCells = false;
            }
        }

        private static int number(@Nullable String text) {
            return text == null ? 0 : Integer.parseInt(text);
        }
    }
}
