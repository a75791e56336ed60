package cn.anxin.hotline.people.intake.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows as a workbook of one sheet. */
final class WorkbookRows implements RowSink {
    private static final int ROWS_IN_MEMORY = 500;
    private static final double WIDTH_IN_CHARACTERS = 16;

    private final OutputStream out;
    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    WorkbookRows(OutputStream out) {
        this.out = out;
        book = new Workbook(out, "AnxinHotline", null);
        sheet = book.newWorksheet("名单");
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(List<String> row) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            if (rows == 0) {
                sheet.width(column, WIDTH_IN_CHARACTERS);
                sheet.style(rows, column).bold().set();
            }
            if (!row.get(column).isEmpty()) {
                // inline: shared texts would all be kept until the end
                sheet.inlineString(rows, column, row.get(column));
            }
        }
        if (++rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        book.finish();
        out.flush();
    }
}
