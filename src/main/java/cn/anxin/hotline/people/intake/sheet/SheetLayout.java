package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Where a sheet's cells are merged, and which of its columns are not shown. */
final class SheetLayout {
    private static final int MOST_MERGED = 100_000;

    private final List<CellRangeAddress> merged;
    private final BitSet hiddenColumns;

    private SheetLayout(List<CellRangeAddress> merged, BitSet hiddenColumns) {
        this.merged = merged;
        this.hiddenColumns = hiddenColumns;
    }

    static SheetLayout read(InputStream sheet) throws IOException, SAXException {
        var handler = new Handler();
        Xml.read(sheet, handler);
        handler.merged.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
        return new SheetLayout(handler.merged, handler.hiddenColumns);
    }

    /** For one reading from the first row on. */
    MergedCover cover() {
        return new MergedCover(merged);
    }

    /**
     * @param place from 0
     */
    boolean isHidden(int place) {
        return hiddenColumns.get(place);
    }

    private static final class Handler extends DefaultHandler {
        final List<CellRangeAddress> merged = new ArrayList<>();
        final BitSet hiddenColumns = new BitSet();

        @Override
        public void startElement(String space, String name, String prefixed, Attributes attributes)
                throws SAXException {
            switch (name) {
                case "col" -> {
                    if (SheetXml.isTrue(attributes.getValue("hidden"))) {
                        hiddenColumns.set(
                                column(attributes.getValue("min"), 1) - 1,
                                column(attributes.getValue("max"), 0));
                    }
                }
                case "mergeCell" -> merge(attributes.getValue("ref"));
                default -> {}
            }
        }

        private void merge(@Nullable String where) throws SAXException {
            if (where == null) {
                return;
            }
            if (merged.size() == MOST_MERGED) {
                throw new SAXException("more merged cells than a sheet of people has");
            }
            merged.add(CellRangeAddress.valueOf(where));
        }

        private static int column(@Nullable String number, int least) {
            return Math.clamp(
                    number == null ? least : Long.parseLong(number), least, SheetXml.MOST_COLUMNS);
        }
    }
}
