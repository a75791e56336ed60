package cn.anxin.hotline.people.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.people.intake.ImportRig;
import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks that are none, or that are meant to break their reader. */
class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final int MEGABYTE = 1 << 20;

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of("an old .xls", compound("Workbook"), ".xlsx"),
                Arguments.of("with a password", compound("EncryptedPackage"), "密码"),
                Arguments.of(
                        "a web page",
                        "<table><td>姓名</td></table>".getBytes(StandardCharsets.UTF_8),
                        "网页"),
                Arguments.of(
                        "a zip of something else",
                        Parts.none().with("docs/document.xml", "<document/>").zipped(),
                        "完好"),
                Arguments.of("cut in half", cut(), "完好"),
                Arguments.of("a bomb of texts", bomb(TEXTS, "<sst><si><t>", 1024), "大得不正常"),
                Arguments.of(
                        "a bomb of a sheet", bomb(SHEET, "<worksheet><sheetData>", 600), "大得不正常"),
                Arguments.of(
                        "a bomb of an index", bomb("_rels/.rels", "<Relationships>", 64), "完好"),
                Arguments.of(
                        "billion laughs",
                        with(
                                SHEET,
                                xml ->
                                        "<!DOCTYPE l ["
                                                + laughs()
                                                + "]>"
                                                + bare(xml).replace("唐桂兰", "&l9;")),
                        "完好"),
                Arguments.of(
                        "a stranger's file",
                        with(
                                TEXTS,
                                xml ->
                                        "<!DOCTYPE l [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                                                + bare(xml).replace("唐桂兰", "&f;")),
                        "完好"),
                Arguments.of(
                        "a million columns",
                        with(SHEET, xml -> xml.replace("r=\"A2\"", "r=\"ABCDE2\"")),
                        "完好"),
                Arguments.of(
                        "rows out of order",
                        with(SHEET, xml -> xml.replace("<row r=\"2\"", "<row r=\"1\"")),
                        "完好"),
                Arguments.of(
                        "a row past the last",
                        with(SHEET, xml -> xml.replace("<row r=\"2\"", "<row r=\"9999999\"")),
                        "完好"),
                Arguments.of(
                        "a text that is not there",
                        with(SHEET, xml -> xml.replaceFirst("<v>\\d+</v>", "<v>999999</v>")),
                        "完好"),
                Arguments.of(
                        "merged cells over each other",
                        with(
                                SHEET,
                                xml ->
                                        xml.replace(
                                                "</sheetData>",
                                                "</sheetData><mergeCells>"
                                                        + "<mergeCell ref=\"A1:C9\"/>".repeat(300)
                                                        + "</mergeCells>")),
                        "完好"),
                Arguments.of("2,001 parts", manyParts(), "大得不正常"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedInPlainWords(String what, byte[] file, String reason) {
        assertThatThrownBy(() -> ImportRig.reading(file))
                .isInstanceOfSatisfying(
                        NotARoster.class, e -> assertThat(e.reason().zh()).contains(reason));
    }

    @Test
    void aMillionEmptyFormattedRowsCostOnlyTime() {
        var file =
                with(
                        SHEET,
                        xml -> {
                            var rows = new StringBuilder();
                            for (int row = 3; row <= 1_048_576; row++) {
                                rows.append("<row r=\"")
                                        .append(row)
                                        .append("\"><c r=\"A")
                                        .append(row)
                                        .append("\" s=\"0\"/></row>");
                            }
                            return xml.replace("</sheetData>", rows + "</sheetData>");
                        });

        assertThat(ImportRig.reading(file).entries())
                .extracting(RosterEntry::line)
                .containsExactly(2L);
    }

    @Test
    void aCellOfAllThatExcelHoldsIsAFaultOfItsRow() {
        var reading =
                ImportRig.reading(
                        Book.sheet(sheet -> {
                            Book.row(sheet, 0, "姓名", "村居委", "电话", "备注");
                            Book.row(sheet, 1, "唐桂兰", "示范一居委", "13800000001", "长".repeat(32_767));
                            Book.row(sheet, 2, "何凤英", "示范一居委", "13800000002");
                        }));

        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.findings().faults().getFirst().column()).isEqualTo("备注");
    }

    /** Flipped bytes: refused or read, never anything else. */
    @Test
    void noBrokenWorkbookBreaksTheReader() {
        var good = small();
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var file = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                ImportRig.reading(file);
            } catch (NotARoster e) {
                assertThat(e.reason().zh()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] small() {
        return Book.sheet(sheet -> {
            Book.row(sheet, 0, "姓名", "村居委", "电话");
            Book.row(sheet, 1, "唐桂兰", "示范一居委", "13800000001");
        });
    }

    /** The small workbook with one of its parts changed. */
    private static byte[] with(String part, UnaryOperator<String> change) {
        return Parts.of(small()).changed(part, change).zipped();
    }

    /** The small workbook with one of its parts grown to so many megabytes. */
    private static byte[] bomb(String part, String beginning, int megabytes) throws IOException {
        var blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        return rewritten((name, content, out) -> {
            if (!name.equals(part)) {
                out.write(content);
                return;
            }
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < megabytes; written++) {
                out.write(blanks);
            }
        });
    }

    private interface Part {
        void write(String name, byte[] content, OutputStream out) throws IOException;
    }

    private static byte[] rewritten(Part part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(small()))
                                .get();
                var to = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                part.write(entry.getName(), from.getInputStream(entry).readAllBytes(), to);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts() {
        var parts = Parts.none();
        for (int part = 0; part <= 2_000; part++) {
            parts.with("part" + part, "");
        }
        return parts.zipped();
    }

    private static byte[] cut() {
        var whole = small();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] compound(String stream) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
        bytes.writeBytes(new byte[504]);
        bytes.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.toByteArray();
    }

    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int level = 1; level <= 9; level++) {
            entities.append(
                    "<!ENTITY l%d \"%s\">"
                            .formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
        }
        return entities.toString();
    }

    /** Without its declaration, which must come first. */
    private static String bare(String xml) {
        return xml.replaceFirst("<\\?xml[^>]*\\?>", "");
    }
}
