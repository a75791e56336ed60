package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * A file with tables in it, known by its content and never by its name. It is held in memory, and
 * nothing of it is ever written to a disk. One thread.
 */
public interface SheetFile extends Closeable {

    /** {@code xlsx} or {@code csv}. */
    String format();

    /** What may be the table looked for, in the order to try. */
    List<Table> tables();

    /** The names of sheets that a spreadsheet does not show. */
    List<String> hidden();

    @Override
    void close() throws IOException;

    /**
     * @param largest a larger file is refused unread
     * @throws NotARoster if it is too large, or neither a workbook nor a text
     * @throws IOException if it cannot be read; may be tried again
     */
    static SheetFile open(InputStream file, DataSize largest) throws IOException {
        int limit = Math.toIntExact(largest.toBytes());
        var bytes = file.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new NotARoster(
                    "文件太大，最多 " + largest.toMegabytes() + " MB",
                    "the file is larger than " + largest.toMegabytes() + " MB");
        }
        return open(bytes);
    }

    private static SheetFile open(byte[] bytes) throws IOException {
        return switch (Signature.of(bytes)) {
            case WORKBOOK -> Workbook.open(bytes);
            case TEXT -> new CsvFile(CsvText.of(bytes));
            case LOCKED ->
                    throw new NotARoster(
                            "这个 Excel 文件加了密码，请在 Excel 里取消密码、另存后再导入",
                            "the workbook has a password: save it without and import that");
            case OLD_OFFICE ->
                    throw new NotARoster(
                            "这是旧版 Office 文件（.xls、.doc 等），请在 Excel 里另存为“Excel 工作簿（.xlsx）”再导入",
                            "an old Office file (.xls, .doc …): save it as .xlsx and import that");
            case WEB_PAGE ->
                    throw new NotARoster(
                            "这是网页（有的系统导出的 .xls 其实是网页），请用 Excel 打开，另存为 .xlsx 再导入",
                            "a web page, as some systems export for .xls: open it in Excel, save it"
                                    + " as .xlsx and import that");
        };
    }
}
