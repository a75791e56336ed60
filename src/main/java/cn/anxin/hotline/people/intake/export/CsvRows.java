package cn.anxin.hotline.people.intake.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as CSV. What a spreadsheet would run is marked as text. */
final class CsvRows implements RowSink {
    private static final String MARK = "\ufeff";
    private static final Pattern RUN = Pattern.compile("[=＝+＋\\-－@＠\\t\\r\\n'].*", Pattern.DOTALL);

    private final OutputStream out;
    private final CsvWriter csv;

    CsvRows(OutputStream out) throws IOException {
        this.out = out;
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    @Override
    public void write(List<String> row) {
        csv.writeRecord(row.stream().map(CsvRows::asText).toList());
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
        out.flush();
    }

    private static String asText(String cell) {
        return RUN.matcher(cell).matches() ? "'" + cell : cell;
    }
}
