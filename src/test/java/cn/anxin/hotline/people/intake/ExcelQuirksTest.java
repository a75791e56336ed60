package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import cn.anxin.hotline.people.intake.row.RosterReading;
import cn.anxin.hotline.people.intake.sheet.Book;
import cn.anxin.hotline.people.intake.sheet.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Excel and WPS write that the writers at hand do not, put into workbooks by hand. */
class ExcelQuirksTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    @Test
    void howANameIsPronouncedIsNoPartOfIt() {
        var file =
                changed(
                        TEXTS,
                        xml ->
                                xml.replaceFirst(
                                        "<si><t[^>]*>唐桂兰</t></si>",
                                        "<si><r><t>唐</t></r><r><rPr><b/></rPr><t>桂兰</t></r>"
                                                + "<rPh sb=\"0\" eb=\"1\"><t>táng</t></rPh>"
                                                + "<phoneticPr fontId=\"1\"/></si>"));

        assertNames(ImportRig.reading(file));
    }

    @Test
    void textsInTheCellsAreReadInTheirRunsAndWithoutPronunciation() {
        var file =
                changed(
                        SHEET,
                        xml ->
                                xml.replaceFirst(
                                        "<c r=\"A2\"[^>]*>.*?</c>",
                                        "<c r=\"A2\" t=\"inlineStr\"><is><r><t>唐</t></r><r><t>桂兰</t></r>"
                                                + "<rPh sb=\"0\" eb=\"1\"><t>táng</t></rPh></is></c>"));

        assertNames(ImportRig.reading(file));
    }

    @Test
    void charactersThatXmlCannotHoldAreReadFromTheirEscapes() {
        var file =
                changed(
                        TEXTS,
                        xml -> xml.replace("示范一居委", "示范一居委_x000D_\n").replace("唐桂兰", "唐_x6842_兰"));

        var reading = ImportRig.reading(file);

        assertNames(reading);
        assertThat(reading.entries().getFirst().committee()).isEqualTo("示范一居委");
    }

    @Test
    void aStrictWorkbookIsReadWithItsIsoDays() {
        var strict = Parts.of(small());
        for (var part :
                new String[] {
                    SHEET, TEXTS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"
                }) {
            strict.changed(part, ExcelQuirksTest::strict);
        }
        strict.changed(
                SHEET,
                xml ->
                        xml.replaceFirst(
                                "<c r=\"D2\"[^>]*>.*?</c>",
                                "<c r=\"D2\" t=\"d\"><v>1940-05-01T00:00:00</v></c>"));

        var reading = ImportRig.reading(strict.zipped());

        assertNames(reading);
        assertThat(reading.entries().getFirst().birthYear())
                .isEqualTo(new RosterEntry.BirthYear(1940, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A1:A1", "A1:XFD1048576", "nonsense"})
    void whatASheetSaysOfItsSizeIsNotBelieved(String dimension) {
        var file =
                changed(
                        SHEET,
                        xml ->
                                xml.replaceFirst("<dimension[^>]*/>", "")
                                        .replace(
                                                "<sheetData>",
                                                "<dimension ref=\""
                                                        + dimension
                                                        + "\"/><sheetData>"));

        assertNames(ImportRig.reading(file));
    }

    @Test
    void aPartThatIsNoTextAndNoSheetIsNotOpened() {
        var file =
                Parts.of(small())
                        .changed(
                                "[Content_Types].xml",
                                xml ->
                                        xml.replaceFirst(
                                                "<Override",
                                                "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                                                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                                                        + "<Override"))
                        .with("xl/pivotCache/pivotCacheRecords1.xml", "<broken".repeat(1000))
                        .with("xl/media/image1.png", "no picture")
                        .with("xl/vbaProject.bin", "no macro")
                        .zipped();

        assertNames(ImportRig.reading(file));
    }

    enum Writer {
        XSSF,
        SXSSF;

        Workbook open() {
            return this == XSSF ? new XSSFWorkbook() : new SXSSFWorkbook();
        }
    }

    /** As the town's own systems export, most of which are built on POI. */
    @ParameterizedTest
    @EnumSource(Writer.class)
    void whatPoiWritesIsRead(Writer writer) {
        assertNames(ImportRig.reading(byPoi(writer)));
    }

    @Test
    void aPasswordIsToldAsOne() throws IOException, GeneralSecurityException {
        var locked = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("1234");
            try (var content = encryptor.getDataStream(files)) {
                content.write(small());
            }
            files.writeFilesystem(locked);
        }

        refused(locked.toByteArray(), "密码");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("a picture", bytes("\u0089PNG\r\n\u001a\n"), "图片"),
                Arguments.of("a photograph", bytes("\u00ff\u00d8\u00ff\u00e0"), "图片"),
                Arguments.of("a PDF", bytes("%PDF-1.7\n"), "PDF"),
                Arguments.of("a RAR archive", bytes("Rar!\u001a\u0007\u0001"), "压缩包"),
                Arguments.of("a 7z archive", bytes("7z\u00bc\u00af\u0027\u001c"), "压缩包"),
                Arguments.of(
                        "a zip of tables", Parts.none().with("一居委/名单.xlsx", "x").zipped(), "压缩包"),
                Arguments.of("an empty zip", bytes("PK\u0005\u0006" + "\0".repeat(18)), "压缩包"),
                Arguments.of(
                        "Numbers",
                        Parts.none().with("Index/Document.iwa", "x").zipped(),
                        "Numbers"),
                Arguments.of(
                        "Word", Parts.none().with("word/document.xml", "<x/>").zipped(), "Word"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void whatIsNoTableIsCalledByItsName(String what, byte[] file, String reason) {
        refused(file, reason);
    }

    /** Some systems fill the last block of whatever they save. */
    @ParameterizedTest
    @ValueSource(ints = {1, 511, 100_000})
    void nulsBehindTheEndAreNoPartOfAFile(int count) {
        var book = small();
        var text = "姓名,村居委,电话\n唐桂兰,示范一居委,13800000001\n".getBytes(StandardCharsets.UTF_8);

        assertNames(ImportRig.reading(Arrays.copyOf(book, book.length + count)));
        assertNames(ImportRig.reading(Arrays.copyOf(text, text.length + count)));
    }

    @Test
    void aSheetACommitteeIsReadByItsNameAndNoneIsForgotten() {
        var book =
                Book.of(file -> {
                    file.newWorksheet("填表说明");
                    small(file.newWorksheet("一居委"), "唐桂兰");
                    small(file.newWorksheet("二居委"), "梁雪珍");
                });

        assertThat(ImportRig.reading(book).whatWasRead().otherRosters()).containsExactly("二居委");
        var second = ImportRig.reading(book, "二居委");
        assertThat(second.entries()).extracting(RosterEntry::name).containsExactly("梁雪珍");
        assertThat(second.whatWasRead().otherSheets()).containsExactly("填表说明", "一居委");
        assertThatThrownBy(() -> ImportRig.reading(book, "三居委"))
                .isInstanceOfSatisfying(
                        NotARoster.class, e -> assertThat(e.reason().zh()).contains("工作表"));
    }

    /** POI shares texts between cells, fastexcel writes each where it stands. */
    private static byte[] changed(String part, UnaryOperator<String> change) {
        return Parts.of(part.equals(TEXTS) ? byPoi(Writer.XSSF) : small())
                .changed(part, change)
                .zipped();
    }

    private static byte[] small() {
        return Book.sheet(sheet -> small(sheet, "唐桂兰"));
    }

    private static void small(Worksheet sheet, String name) {
        Book.row(sheet, 0, "姓名", "村居委", "电话", "出生日期");
        Book.row(sheet, 1, name, "示范一居委", "13800000001", 14732);
    }

    private static byte[] byPoi(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try (var book = writer.open()) {
            var sheet = book.createSheet("名单");
            var rows = new String[][] {{"姓名", "村居委", "电话"}, {"唐桂兰", "示范一居委", "13800000001"}};
            for (int line = 0; line < rows.length; line++) {
                var row = sheet.createRow(line);
                for (int place = 0; place < rows[line].length; place++) {
                    row.createCell(place).setCellValue(rows[line][place]);
                }
            }
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The names by which ISO 29500 Strict calls what everybody else calls otherwise. */
    private static String strict(String xml) {
        return xml.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(byte[] file, String reason) {
        assertThatThrownBy(() -> ImportRig.reading(file))
                .isInstanceOfSatisfying(
                        NotARoster.class, e -> assertThat(e.reason().zh()).contains(reason));
    }

    private static void assertNames(RosterReading reading) {
        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.entries()).extracting(RosterEntry::name).containsExactly("唐桂兰");
    }
}
