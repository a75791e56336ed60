package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;

/** The rows of one sheet, read as often as asked, one at a time. One thread. */
public interface Table {

    /** The sheet's name; empty for a file that is but one table. */
    String name();

    /**
     * Whether every row is written with the same number of cells, so that another number means a
     * separator too few or too many.
     */
    boolean rectangular();

    /**
     * Whether a spreadsheet does not show this column.
     *
     * @param column from 0
     */
    boolean hides(int column);

    /**
     * Reads from the first row until the reader has enough. Blank rows may be left out; a line is
     * counted all the same.
     *
     * @throws cn.anxin.hotline.people.intake.report.NotARoster where it cannot be read on
     * @throws IOException if the file cannot be read; may be tried again
     */
    void read(Reader reader) throws IOException;

    interface Reader {

        /** Whether to go on. */
        boolean read(SheetRow row);
    }
}
