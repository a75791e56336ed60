package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.sheet.Book;
import cn.anxin.hotline.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long 20,000 people take to come in, and how much memory. Prints, and never fails by time; run
 * it in a JVM of its own with {@code -Xmx512m}.
 */
@Tag("benchmark")
class ImportBenchmark {
    private static final int PEOPLE = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void twentyThousandPeople(String format) throws IOException {
        var file = file(format);
        try (var database = TestDatabase.fresh()) {
            measure(format + " preview", database, file, true);
            measure(format + " import", database, file, false);
            var again = measure(format + " import again", database, file, false);

            assertThat(Counts.of(again)).isEqualTo(new Counts(0, 0, PEOPLE, 0));
        }
    }

    private static ImportReport measure(
            String what, TestDatabase database, byte[] file, boolean preview) throws IOException {
        var imports = ImportRig.on(database);
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        var content = new ByteArrayInputStream(file);
        long begin = System.nanoTime();
        var result =
                preview
                        ? imports.preview(content, ImportOptions.ADD)
                        : imports.run(content, ImportOptions.ADD, Actor.API);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "%-18s %,d people, %,d KB: %.1f s, peak of the heap %,d MB of %,d MB%n",
                what,
                PEOPLE,
                file.length >> 10,
                took.toMillis() / 1000.0,
                heaps().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        return (ImportReport) result;
    }

    /** The sum of the pools' peaks: an upper bound. */
    private static Stream<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static byte[] file(String format) {
        var text = RosterFile.many(PEOPLE);
        if (format.equals("csv")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var lines = text.lines().map(line -> line.split(",", -1)).toList();
        return Book.sheet(sheet -> {
            for (int row = 0; row < lines.size(); row++) {
                Book.row(sheet, row, (Object[]) lines.get(row));
            }
        });
    }
}
