package cn.anxin.hotline.wellness.day;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows of one sheet, texts only: no cell is ever a formula. Whole numbers stay numbers. */
final class SheetRows {
    private static final int ROWS_IN_MEMORY = 500;
    private static final double WIDTH_IN_CHARACTERS = 16;

    private final Worksheet sheet;
    private int rows;

    SheetRows(Workbook book, String title) {
        sheet = book.newWorksheet(title);
    }

    void write(List<String> row) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            if (rows == 0) {
                sheet.width(column, WIDTH_IN_CHARACTERS);
            }
            write(column, row.get(column));
        }
        if (++rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void write(int column, String text) {
        if (text.matches("\\d{1,9}")) {
            sheet.value(rows, column, Integer.valueOf(text));
        } else if (!text.isEmpty()) {
            // inline: shared texts would all be kept until the end
            sheet.inlineString(rows, column, text);
        }
    }

    void finish() throws IOException {
        sheet.finish();
    }
}
