package cn.anxin.hotline.people.intake;

import static cn.anxin.hotline.people.intake.RosterFile.GOOD;
import static cn.anxin.hotline.people.intake.RosterFile.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.report.ImportRefused;
import cn.anxin.hotline.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no roster are refused whole, with one reason. */
class NoRosterTest {
    private static final TestDatabase database = TestDatabase.fresh();

    @AfterAll
    static void close() {
        database.close();
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                file("nothing", "", "空"),
                file("blanks", " \r\n\n\t", "空"),
                file("only a mark", "\ufeff", "空"),
                file("no header", GOOD + "\n" + GOOD, "表头"),
                file("header too far down", "\n.".repeat(30) + "\n" + HEADER + "\n" + GOOD, "表头"),
                file("a web page", "<html><body>姓名</body></html>", "网页"),
                file("no committee", "姓名,电话\n唐桂兰,13800000001", "村居委"),
                file("no number", "姓名,村居委\n唐桂兰,示范一居委", "联系电话"),
                file("two columns for one", "姓名,村居委,电话,老人姓名\n", "两列"),
                file("volunteers without numbers", "姓名,村居委,电话,志愿者\n", "志愿者电话"),
                file("a quote left open", HEADER + "\n" + GOOD + "\n\"2" + GOOD, "引号"),
                file("more after a quote", HEADER + "\n\"1\"2,\n" + GOOD, "引号"),
                file("NUL", HEADER + "\n" + GOOD.replace("兰", "\0") + "\n", "文本"),
                file("a cell of 9 MB", HEADER + "\n" + GOOD + "长".repeat(3_000_000), "太长"),
                file(
                        "a quoted cell of 9 MB",
                        HEADER + "\n" + GOOD + "\"" + "长\n".repeat(2_250_000) + "\"",
                        "太长"),
                file("10,000 columns", HEADER + ",".repeat(10_000) + "\n" + GOOD, "太长"),
                file("10,000 columns below", HEADER + "\n" + GOOD + ",".repeat(10_000), "太长"),
                file("more people than a town", RosterFile.many(ImportRig.MOST_ROWS + 1), "50000"),
                Arguments.of("21 MB", new byte[21 << 20], "20 MB"),
                Arguments.of(
                        "UTF-16 without a mark",
                        RosterFile.sampleText().getBytes(StandardCharsets.UTF_16LE),
                        "文本"),
                Arguments.of("noise", new byte[] {(byte) 0xff, (byte) 0xff, 1, 2}, "文本"),
                Arguments.of("cut within a sign", cut(), "文本"),
                Arguments.of("a zip that is no workbook", workbook(), "完好的 Excel"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWhole(String what, byte[] file, String reason) throws IOException {
        var result =
                ImportRig.on(database)
                        .run(new ByteArrayInputStream(file), ImportOptions.ADD, Actor.API);

        assertThat(result).isInstanceOf(ImportRefused.class);
        assertThat(((ImportRefused) result).reason().zh()).contains(reason);
        assertThat(((ImportRefused) result).reason().en()).isNotBlank();
        assertThat(database.jdbc().sql("select count(*) from person").query(Long.class).single())
                .isZero();
    }

    @Test
    void aHeaderAloneIsARosterOfNobody() throws IOException {
        var nobody =
                ImportRig.on(database).run(RosterFile.text(HEADER), ImportOptions.ADD, Actor.API);

        assertThat(Counts.of(nobody)).isEqualTo(new Counts(0, 0, 0, 0));
    }

    private static Arguments file(String what, String text, String reason) {
        return Arguments.of(what, text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static byte[] cut() {
        var whole = RosterFile.sample();
        return Arrays.copyOf(whole, whole.length - 3);
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
