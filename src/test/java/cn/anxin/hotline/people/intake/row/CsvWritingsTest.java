package cn.anxin.hotline.people.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.intake.ImportRig;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files in every writing in which spreadsheets save them. */
class CsvWritingsTest {
    private static final String TEXT = "示范镇名单\n姓名,村居委,电话\n唐桂兰,示范一居委,13800000001\n";

    static Stream<Arguments> writings() {
        return Stream.of(
                        Arguments.of("UTF-8", "", StandardCharsets.UTF_8),
                        Arguments.of("UTF-8 with its mark", "efbbbf", StandardCharsets.UTF_8),
                        Arguments.of("Unicode text", "fffe", StandardCharsets.UTF_16LE),
                        Arguments.of(
                                "UTF-16 of the other order", "feff", StandardCharsets.UTF_16BE),
                        Arguments.of("GBK", "", Charset.forName("GBK")),
                        Arguments.of("GB18030", "", Charset.forName("GB18030")))
                .flatMap(writing ->
                        Stream.of(",", "\t", ";")
                                .map(separator ->
                                        Arguments.of(
                                                writing.get()[0],
                                                writing.get()[1],
                                                writing.get()[2],
                                                separator)));
    }

    @ParameterizedTest(name = "{0}, separated by ''{3}''")
    @MethodSource("writings")
    void isRead(String what, String mark, Charset charset, String separator) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HexFormat.of().parseHex(mark));
        file.writeBytes(TEXT.replace(",", separator).getBytes(charset));

        var reading = ImportRig.reading(file.toByteArray());

        assertThat(reading.entries()).extracting(RosterEntry::name).containsExactly("唐桂兰");
        assertThat(reading.whatWasRead().header()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWayAndBreakWithinACell(String end) {
        var reading =
                ImportRig.reading(
                        "姓名,村居委,电话,备注\n\"唐桂兰\",示范一居委,\"13800000001\n50000001\",\"一楼\n靠河\"\n何凤英,示范一居委,13800000002,\n"
                                .replace("\n", end));

        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.entries()).extracting(RosterEntry::name).containsExactly("唐桂兰", "何凤英");
        assertThat(reading.entries().getFirst().numbers()).hasSize(2);
        assertThat(reading.entries().getFirst().note()).isEqualTo("一楼 靠河");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=\"02150000001\"",
                "\"=\"\"02150000001\"\"\"",
                "\t02150000001",
                "'02150000001"
            })
    void howProgramsKeepALeadingZeroIsUnderstood(String written) {
        var reading = ImportRig.reading("姓名,村居委,电话\n唐桂兰,示范一居委," + written + "\n");

        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.findings().remarks()).isEmpty();
        assertThat(reading.entries().getFirst().numbers())
                .extracting(number -> number.e164())
                .containsExactly("+862150000001");
    }

    @Test
    void aFormulaIsNoneTheLessOneForBeingQuoted() {
        var reading = ImportRig.reading("姓名,村居委,电话\n\"=\"\"=cmd()\"\"\",示范一居委,13800000001\n");

        assertThat(reading.findings().faults()).hasSize(1);
    }

    @Test
    void aHeaderInTwoRowsIsReadWhereMergingLeftBlanks() {
        var reading =
                ImportRig.reading(
                        """
                        老人信息,,,联系方式,,结对志愿者,,子女,,备注
                        姓名,性别,村居委,手机,座机,姓名,电话,姓名,联系电话,
                        唐桂兰,女,示范一居委,13800000001,50000001,朱翠花,13900000100,王芳,13900000001,无
                        """);

        var entry = reading.entries().getFirst();
        assertThat(reading.findings().faults()).isEmpty();
        assertThat(entry.numbers()).hasSize(2);
        assertThat(entry.volunteers()).hasSize(1);
        assertThat(entry.care().family()).hasSize(1);
    }

    @Test
    void theLastLinesOfAFormAreNobodyHoweverManyCellsTheyHave() {
        var reading =
                ImportRig.reading(
                        "姓名,村居委,电话\n唐桂兰,示范一居委,13800000001\n合计,,1\n\n制表人：张三\n备注：以上属实,,,,\n");

        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.findings().remarks())
                .extracting(Remark::line)
                .containsExactly(3L, 5L, 6L);
    }
}
