package cn.anxin.hotline.people.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.row.RosterEntry;
import cn.anxin.hotline.people.intake.row.RosterReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One roster as eight programs save it; {@code spreadsheets/README.md} tells which made what. */
class OtherProgramsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xlsxwriter.xlsx",
                "xlsxwriter.xlsm",
                "xlsxwriter-1904-inline.xlsx",
                "sheetjs.xlsx",
                "sheetjs-shared.xlsx",
                "exceljs.xlsx",
                "exceljs-streamed.xlsx",
                "libreoffice.xlsx",
                "libreoffice-ooxml.xlsx",
                "libreoffice.xlsm",
                "gnumeric.xlsx"
            })
    void everybodyInItIsRead(String file) {
        var reading = reading(file);

        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.entries())
                .extracting(
                        RosterEntry::name,
                        RosterEntry::committee,
                        OtherProgramsTest::year,
                        OtherProgramsTest::numbers)
                .containsExactly(
                        tuple("唐桂兰", "示范一居委", 1940, "+8613800000001 +862150000001"),
                        tuple("何凤英", "示范一居委", 1944, "+8613800000002"),
                        tuple("李国强", "示范一居委", 1944, "+862150000003"),
                        tuple("梁雪珍", "示范二居委", 1940, "+862150000004 +8613800000004"),
                        tuple("谢巧玲", "示范二居委", 1946, "+8613800000005 +8651265123456"));
        assertThat(reading.entries().get(1).categories()).hasSize(1);
        assertThat(reading.findings().remarks())
                .extracting(Remark::line, Remark::column)
                .containsExactly(tuple(5L, "出生日期"), tuple(8L, "出生日期"), tuple(9L, ""));
        var read = reading.whatWasRead();
        assertThat(read.hiddenRows()).isOne();
        assertThat(read.hiddenColumns()).containsExactly("备用电话");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openpyxl.xlsx", "openpyxl-1904.xlsx"})
    void aFormulaThatNobodyHasReckonedIsToldAndNotTakenForBlank(String file) {
        var reading = reading(file);

        assertThat(reading.findings().faults())
                .extracting(Rejected::line, Rejected::column)
                .containsExactly(tuple(5L, "类别"));
        assertThat(reading.entries()).hasSize(4);
        assertThat(reading.whatWasRead().sheet()).isEqualTo("名单");
        assertThat(reading.whatWasRead().otherSheets()).containsExactly("Sheet1");
        assertThat(reading.whatWasRead().hiddenSheets()).containsExactly("去年");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libreoffice-utf8.csv",
                "libreoffice-gb18030-semicolons.csv",
                "libreoffice-utf16-tabs.csv"
            })
    void whatSavingAsTextHasLostIsToldRowByRow(String file) {
        var reading = reading(file);

        assertThat(reading.entries()).extracting(RosterEntry::name).containsExactly("梁雪珍");
        assertThat(reading.findings().faults())
                .extracting(Rejected::line, Rejected::column)
                .as("the number in scientific notation, and the committees that were merged")
                .containsExactly(
                        tuple(4L, "联系电话"), tuple(5L, "村居委"), tuple(6L, "村居委"), tuple(8L, "村居委"));
    }

    @ParameterizedTest
    @CsvSource({
        "libreoffice.xls, 旧版",
        "renamed-xls.xlsx, 只改文件名也还是旧格式",
        "xlwt.xls, 旧版",
        "libreoffice.ods, .ods",
        "sheetjs.fods, XML",
        "sheetjs-2003.xml, XML",
        "sheetjs-html.xls, 网页",
        "sheetjs.xlsb, .xlsb"
    })
    void whatWeDoNotReadIsCalledByItsName(String file, String reason) {
        assertThatThrownBy(() -> reading(file))
                .isInstanceOfSatisfying(
                        NotARoster.class,
                        e -> assertThat(e.reason().zh()).contains(reason).contains(".xlsx"));
    }

    @Test
    void theOtherSheetsAreNamed() {
        var read = reading("xlsxwriter.xlsx").whatWasRead();

        assertThat(read.sheet()).isEqualTo("名单");
        assertThat(read.otherSheets()).containsExactly("填表说明");
        assertThat(read.otherRosters()).isEmpty();
        assertThat(read.hiddenSheets()).containsExactly("去年");
    }

    private static RosterReading reading(String file) {
        try (var content = OtherProgramsTest.class.getResourceAsStream("/spreadsheets/" + file)) {
            return ImportRig.reading(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int year(RosterEntry entry) {
        return Objects.requireNonNull(entry.birthYear()).year();
    }

    private static String numbers(RosterEntry entry) {
        return entry.numbers().stream().map(number -> number.e164()).collect(joining(" "));
    }
}
