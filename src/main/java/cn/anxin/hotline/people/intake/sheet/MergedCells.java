package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Where a sheet's cells are merged. */
final class MergedCells {
    private static final int MOST = 100_000;

    private final List<CellRangeAddress> ranges;

    private MergedCells(List<CellRangeAddress> ranges) {
        this.ranges = ranges;
    }

    static MergedCells read(InputStream sheet) throws IOException, SAXException {
        var handler = new Handler();
        Xml.read(sheet, handler);
        handler.ranges.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
        return new MergedCells(handler.ranges);
    }

    /** For one reading from the first row on. */
    MergedCover cover() {
        return new MergedCover(ranges);
    }

    private static final class Handler extends DefaultHandler {
        final List<CellRangeAddress> ranges = new ArrayList<>();

        @Override
        public void startElement(String space, String name, String prefixed, Attributes attributes)
                throws SAXException {
            var where = attributes.getValue("ref");
            if (name.equals("mergeCell") && where != null) {
                if (ranges.size() == MOST) {
                    throw new SAXException("more merged cells than a sheet of people has");
                }
                ranges.add(CellRangeAddress.valueOf(where));
            }
        }
    }
}
