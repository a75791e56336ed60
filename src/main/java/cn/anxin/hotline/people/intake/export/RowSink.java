package cn.anxin.hotline.people.intake.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Takes rows of text and writes them out, keeping only a few in memory. */
interface RowSink {

    void write(List<String> row) throws IOException;

    /** Makes a whole file of it; without this, it can be told that it is not. */
    void finish() throws IOException;

    /** Nothing but texts: no cell of any of them is ever a formula. */
    static RowSink of(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case XLSX -> new WorkbookRows(out);
            case CSV -> new CsvRows(out);
        };
    }
}
