package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Knows which of a workbook's styles show a number as a date, and which date it is. */
final class DateFormats {
    private static final DateFormats NONE = new DateFormats(new BitSet(), false);

    private final BitSet styles;
    private final boolean since1904;

    private DateFormats(BitSet styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    /**
     * @param xml null for a workbook without styles
     */
    static DateFormats read(@Nullable InputStream xml, boolean since1904)
            throws IOException, SAXException {
        if (xml == null) {
            return NONE;
        }
        var handler = new Handler();
        Xml.read(xml, handler);
        var dates = new BitSet();
        for (int style = 0; style < handler.formats.size(); style++) {
            int format = handler.formats.get(style);
            dates.set(style, DateUtil.isADateFormat(format, handler.written.get(format)));
        }
        return new DateFormats(dates, since1904);
    }

    boolean shows(int style) {
        return style >= 0 && styles.get(style);
    }

    /** ISO: the day, the time, or both, whichever the number has. */
    String text(double number) {
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
