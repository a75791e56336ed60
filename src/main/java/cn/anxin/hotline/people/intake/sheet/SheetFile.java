package cn.anxin.hotline.people.intake.sheet;

import cn.anxin.hotline.people.intake.report.NotARoster;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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

    /** The one of this name, also if a spreadsheet does not show it. */
    Optional<Table> named(String name);

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
        return Signature.of(bytes) == Signature.ZIP
                ? Workbook.open(bytes)
                : new CsvFile(CsvText.of(bytes));
    }
}
