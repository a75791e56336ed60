package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import cn.anxin.hotline.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Thousands of broken files: none throws, none comes in by half. Each is made from its seed. */
class HostileRosterTest {
    private static final int FILES_READ = 3_000;
    private static final int FILES_IMPORTED = 300;
    private static final String[] HOSTILE = {
        "=cmd|' /C calc'!A0",
        "\"",
        "\"\"",
        ",",
        "\r",
        "\n",
        "\0",
        "\ufeff",
        "\u202e",
        "\ufffd",
        "'",
        "@SUM(A1)",
        "+",
        "-",
        "｜",
        "13800000001",
        "𠮷",
        "\ud83d\udc74",
        "{\"a\":1}",
        "'); drop table person; --",
        "%s%n",
        "${jndi:x}",
        "\\u0000",
        "独居",
        "09:00-11:00",
        "99999999999999999999",
        " ",
        "　",
        "\t",
        "\u2028",
        "\u0085"
    };

    private static final TestDatabase database = TestDatabase.fresh();

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void noTextBreaksTheReader() {
        for (int seed = 0; seed < FILES_READ; seed++) {
            var text = new String(file(new Random(seed)), StandardCharsets.UTF_8);
            try {
                var reading = ImportRig.reading(text);

                assertThat(reading.entries())
                        .as("seed %d", seed)
                        .allSatisfy(HostileRosterTest::isFitToStore);
                assertThat(reading.findings().faults())
                        .hasSizeGreaterThanOrEqualTo(reading.findings().rejectedRows());
            } catch (NotARoster e) {
                assertThat(e.reason().zh()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void noFileComesInByHalf() throws IOException {
        var imports = ImportRig.on(database);
        int cameIn = 0;
        for (int seed = 0; seed < FILES_IMPORTED; seed++) {
            var file = file(new Random(seed));
            long people = count("person");
            long journalled = count("journal where kind = 'person-added'");

            var preview = imports.preview(new ByteArrayInputStream(file), ImportOptions.ADD);
            var result = imports.run(new ByteArrayInputStream(file), ImportOptions.ADD, Actor.API);

            assertThat(result).as("seed %d", seed).isEqualTo(preview);
            int added = result instanceof ImportReport report ? report.added() : 0;
            assertThat(count("person") - people).as("seed %d", seed).isEqualTo(added);
            assertThat(count("journal where kind = 'person-added'") - journalled).isEqualTo(added);
            cameIn += result instanceof ImportReport ? 1 : 0;
        }
        assertThat(
                        count(
                                "person p where not exists (select from person_number n where n.person_id = p.id)"))
                .isZero();
        assertThat(cameIn)
                .as("files that were rosters")
                .isBetween(FILES_IMPORTED / 10, FILES_IMPORTED);
    }

    private static void isFitToStore(RosterEntry entry) {
        assertThat(entry.name()).isNotBlank().doesNotContainPattern("^[=@+-]|\\p{Cc}");
        assertThat(entry.committee()).isNotBlank();
        assertThat(entry.numbers()).isNotEmpty().doesNotHaveDuplicates();
    }

    private static byte[] file(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> noise(random);
            case 1 -> shuffledColumns(random);
            case 2 -> flippedBytes(random);
            default -> hostileCells(random);
        };
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flippedBytes(Random random) {
        var bytes = RosterFile.sample();
        for (int flips = random.nextInt(5); flips >= 0; flips--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) random.nextInt(random.nextBoolean() ? 128 : 256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static byte[] hostileCells(Random random) {
        var text = new StringBuilder(RosterFile.sampleText());
        for (int insertions = random.nextInt(8); insertions >= 0; insertions--) {
            text.insert(random.nextInt(text.length()), HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] shuffledColumns(Random random) {
        var lines = RosterFile.sampleText().lines().map(line -> line.split(",", -1)).toList();
        var order = new ArrayList<Integer>();
        for (int column = 0; column < lines.getFirst().length; column++) {
            order.add(column);
        }
        Collections.shuffle(order, random);
        List<Integer> kept = order.subList(0, order.size() - random.nextInt(3));
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(String.join(",", kept.stream().map(column -> line[column]).toList()))
                    .append(random.nextInt(40) == 0 ? "\r\n\r\n" : "\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long count(String table) {
        return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
