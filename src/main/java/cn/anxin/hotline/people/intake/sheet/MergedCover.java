package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.sheet.Cell.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.apache.poi.ss.util.CellRangeAddress;

/** Lays merged cells over the rows of one reading: every place they cover gets their text. */
final class MergedCover {
    private final Queue<CellRangeAddress> toCome;
    private final List<Merged> here = new ArrayList<>();

    private record Merged(CellRangeAddress range, Cell first) {}

    /**
     * @param ranges by their first rows
     */
    MergedCover(Collection<CellRangeAddress> ranges) {
        toCome = new ArrayDeque<>(ranges);
    }

    /**
     * @param row below the one of the call before
     * @throws IllegalArgumentException if merged cells overlap, as in no sheet of Excel's
     */
    SheetRow over(SheetRow row) {
        int index = Math.toIntExact(row.line() - 1);
        here.removeIf(merged -> merged.range().getLastRow() < index);
        begin(row, index);
        if (here.isEmpty()) {
            return row;
        }
        var cells = new ArrayList<>(row.cells());
        for (var merged : here) {
            lay(merged, index, cells);
        }
        return new SheetRow(row.line(), row.hidden(), cells);
    }

    private void begin(SheetRow row, int index) {
        for (var next = toCome.peek();
                next != null && next.getFirstRow() <= index;
                next = toCome.peek()) {
            toCome.remove();
            if (next.getLastRow() >= index && next.getFirstColumn() < SheetXml.MOST_COLUMNS) {
                var first =
                        next.getFirstRow() == index ? row.cell(next.getFirstColumn()) : Cell.BLANK;
                here.add(new Merged(next, first));
            }
            if (here.size() > SheetXml.MOST_COLUMNS) {
                throw new IllegalArgumentException("merged cells overlap");
            }
        }
    }

    private static void lay(Merged merged, int index, List<Cell> cells) {
        var range = merged.range();
        boolean firstRow = range.getFirstRow() == index;
        int last = Math.min(range.getLastColumn(), SheetXml.MOST_COLUMNS - 1);
        for (int place = range.getFirstColumn() + (firstRow ? 1 : 0); place <= last; place++) {
            while (cells.size() <= place) {
                cells.add(Cell.BLANK);
            }
            boolean below = place == range.getFirstColumn();
            cells.set(place, merged.first().covering(below ? Origin.FROM_ABOVE : Origin.FROM_LEFT));
        }
    }
}
