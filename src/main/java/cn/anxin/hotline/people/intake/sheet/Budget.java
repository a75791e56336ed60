package cn.anxin.hotline.people.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** How many bytes may still be inflated. */
final class Budget {
    private long left;

    Budget(DataSize size) {
        left = size.toBytes();
    }

    /** More than any roster needs. */
    static final class Exceeded extends IOException {}

    /** The stream, which fails once the budget is spent. */
    InputStream limit(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                spend(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                spend(Math.max(read, 0));
                return read;
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                spend(skipped);
                return skipped;
            }
        };
    }

    private void spend(long bytes) throws Exceeded {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}
