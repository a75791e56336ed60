package cn.anxin.hotline.people.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as committees would make them. Rows and columns are counted from 0. */
public final class Book {

    private Book() {}

    public static byte[] of(Consumer<Workbook> write) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            write.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One sheet. */
    public static byte[] sheet(Consumer<Worksheet> write) {
        return of(book -> write.accept(book.newWorksheet("名单")));
    }

    /** A row of texts and numbers; an empty text leaves a cell out. */
    public static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case String text when text.isEmpty() -> {}
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                default -> throw new IllegalArgumentException("texts and numbers");
            }
        }
    }

    /** Cells that are one. */
    public static void merge(Worksheet sheet, int top, int left, int bottom, int right) {
        sheet.range(top, left, bottom, right).merge();
    }
}
