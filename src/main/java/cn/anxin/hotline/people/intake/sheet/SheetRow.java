package cn.anxin.hotline.people.intake.sheet;

import java.util.List;

/**
 * One row of a table. Redacts itself.
 *
 * @param line as a spreadsheet shows it, from 1
 * @param hidden whether a spreadsheet does not show it at all
 * @param cells those after the last one that says anything may be missing
 */
public record SheetRow(long line, boolean hidden, List<Cell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /**
     * @param place from 0
     */
    public Cell cell(int place) {
        return place < cells.size() ? cells.get(place) : Cell.BLANK;
    }

    public boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }

    /** Whether nothing is written from this place on. */
    public boolean blankFrom(int place) {
        return cells.stream().skip(place).allMatch(Cell::blank);
    }

    @Override
    public String toString() {
        return "SheetRow[" + line + ", " + cells.size() + " cells]";
    }
}
