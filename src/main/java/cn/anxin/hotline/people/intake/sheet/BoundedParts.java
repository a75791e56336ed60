package cn.anxin.hotline.people.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.springframework.util.unit.DataSize;

/**
 * The parts of a workbook, inflated as they are read and never further than a roster could need: a
 * file of some kilobytes may hold gigabytes. POI's own guard is one for the whole process.
 */
final class BoundedParts implements ZipEntrySource {
    private static final int MOST_PARTS = 2_000;

    /** A million rows that are formatted and empty; read as a stream. */
    private static final DataSize LARGEST_SHEET = DataSize.ofMegabytes(512);

    /** Texts are kept in memory: those of 50,000 people take 20 MB. */
    private static final DataSize LARGEST_OTHER = DataSize.ofMegabytes(64);

    /** What tells where the parts are; kept in memory, all together. */
    private static final DataSize LARGEST_INDEX = DataSize.ofMegabytes(8);

    /** With which the last record of a zip file begins, and how long it is, its NULs included. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int END_SIZE = 22;

    private final ZipFile zip;
    private final Budget index = new Budget(LARGEST_INDEX);
    private boolean closed;

    /**
     * @throws cn.anxin.hotline.people.intake.report.NotARoster if it is a file of another program
     */
    BoundedParts(byte[] file) throws IOException {
        zip =
                ZipFile.builder()
                        .setSeekableByteChannel(
                                new SeekableInMemoryByteChannel(withoutPadding(file)))
                        .get();
        var parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw new Budget.Exceeded();
        }
        Packed.refuseOthers(parts.stream().map(ZipArchiveEntry::getName).toList());
    }

    /** Without the NULs that some systems fill a file's last block with. */
    private static byte[] withoutPadding(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] == 0) {
            end--;
        }
        int at = end - END.length;
        while (at >= 0 && !Arrays.equals(file, at, at + END.length, END, 0, END.length)) {
            at--;
        }
        return at < 0 ? file : Arrays.copyOf(file, Math.clamp(at + END_SIZE, end, file.length));
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String path) {
        return zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry part) throws IOException {
        int method = part.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw new ZipException("packed in a way that no workbook is");
        }
        return budget(part.getName()).limit(zip.getInputStream(part));
    }

    private Budget budget(String part) {
        if (part.startsWith("xl/worksheets/") && part.endsWith(".xml")) {
            return new Budget(LARGEST_SHEET);
        }
        return part.startsWith("xl/") && part.endsWith(".xml") ? new Budget(LARGEST_OTHER) : index;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
