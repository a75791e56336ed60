package cn.anxin.hotline.people.intake.row;

import static cn.anxin.hotline.people.intake.RosterFile.GOOD;
import static cn.anxin.hotline.people.intake.RosterFile.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.ImportRig;
import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.words.BirthReasons;
import cn.anxin.hotline.people.intake.words.NumberReasons;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows come in as what, and which do not, and why. */
class RosterRowsTest {

    static Stream<Arguments> brokenRows() {
        return Stream.of(
                broken("唐桂兰", "", "姓名", Reasons.NO_NAME),
                broken("唐桂兰", "  　 ", "姓名", Reasons.NO_NAME),
                broken("唐桂兰", "兰".repeat(61), "姓名", Reasons.tooLong(60)),
                broken("唐桂兰", "=cmd()", "姓名", Reasons.FORMULA),
                broken("唐桂兰", "＝cmd()", "姓名", Reasons.FORMULA),
                broken("唐桂兰", "'=cmd()", "姓名", Reasons.FORMULA),
                broken("唐桂兰", " \t@SUM(A1)", "姓名", Reasons.FORMULA),
                broken("唐桂兰", "唐\u0007兰", "姓名", Reasons.UNREADABLE),
                broken("唐桂兰", "唐\ufffd兰", "姓名", Reasons.UNREADABLE),
                broken(",女,", ",母,", "性别", Reasons.GENDER),
                broken(",80,", ",131,", "年龄", BirthReasons.AGE),
                broken(",80,", ",8o,", "年龄", BirthReasons.AGE),
                broken("示范一居委", "", "村居委", Reasons.NO_COMMITTEE),
                broken("示范路1号", "路".repeat(201), "住址", Reasons.tooLong(200)),
                broken("示范路1号", "+1号", "住址", Reasons.FORMULA),
                broken("13800000001", "", "联系电话", Reasons.NO_NUMBER),
                broken("13800000001", "无", "联系电话", Reasons.NO_NUMBER),
                broken("13800000001", "1380000000", "联系电话", NumberReasons.BROKEN),
                broken("13800000001", "1.38E+10", "联系电话", NumberReasons.LOST_DIGITS),
                broken("13800000001", "问女儿", "联系电话", NumberReasons.WORDS_BESIDE),
                broken("13800000001", "120", "联系电话", NumberReasons.BROKEN),
                broken("13800000001", "+cmd|' /C calc'!A0", "联系电话", Reasons.FORMULA),
                broken("13800000001", "=13800000001", "联系电话", Reasons.FORMULA),
                broken("13800000001", "58958808", "联系电话", Reasons.OUR_NUMBER),
                broken("13800000001,", "13800000001,1234", "备用电话", NumberReasons.BROKEN),
                broken("独居;高龄", "独居;很老", "类别", Reasons.category(ImportRig.CATEGORIES)),
                broken("09:00-11:00", "上午", "问候时段", Reasons.WINDOW),
                broken("09:00-11:00", "11:00-09:00", "问候时段", Reasons.WINDOW),
                broken("09:00-11:00", "09:00-25:00", "问候时段", Reasons.WINDOW),
                broken("13900000100", "", "志愿者电话", Reasons.VOLUNTEER_WITHOUT_NUMBER),
                broken("朱翠花", "", "结对志愿者", Reasons.NUMBER_WITHOUT_VOLUNTEER),
                broken("13900000100", "1390000010", "志愿者电话", NumberReasons.BROKEN),
                broken("13900000100", "13800000001", "志愿者电话", Reasons.OWN_VOLUNTEER),
                broken("郭月琴,13900000101", "郭月琴,13900000100", "备份志愿者电话", Reasons.otherVolunteer(2)),
                broken("13900000101,", "13900000101,-2+3", "备注", Reasons.FORMULA),
                broken(
                        "13900000101,",
                        "13900000101," + "注".repeat(1_001),
                        "备注",
                        Reasons.tooLong(1_000)));
    }

    @ParameterizedTest
    @MethodSource("brokenRows")
    void aBrokenRowIsToldAndTheGoodOnesComeIn(
            String good, String broken, String column, Reason reason) {
        var other = GOOD.replace("13800000001", "13800000002");
        var reading =
                read(
                        GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(broken)),
                        other);

        assertThat(reading.findings().faults()).containsExactly(new Rejected(2, column, reason));
        assertThat(reading.entries()).extracting(RosterEntry::line).containsExactly(3L);
    }

    @Test
    void everyFaultOfARowIsTold() {
        var reading = read("1,,女,80,,示范路1号,1234,,很老,何时,,,,,");

        assertThat(reading.findings().rejectedRows()).isEqualTo(1);
        assertThat(reading.findings().faults())
                .extracting(Rejected::column)
                .containsExactlyInAnyOrder("姓名", "村居委", "联系电话", "类别", "问候时段");
    }

    @Test
    void theSameRowTwiceIsTakenOnceAndTold() {
        var reading =
                read(
                        GOOD,
                        GOOD.replace("唐桂兰", "唐 桂 兰").replace("13800000001", "+86 138-0000-0001"));

        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.findings().repeatedRows()).isOne();
        assertThat(reading.findings().remarks())
                .containsExactly(new Remark(3, "", Remarks.repeats(2)));
    }

    @Test
    void twoRowsThatContradictEachOtherAreNeitherTaken() {
        var reading = read(GOOD, GOOD.replace("女,80", "女,81"), GOOD);

        assertThat(reading.entries()).isEmpty();
        assertThat(reading.findings().faults())
                .containsExactly(
                        new Rejected(2, "姓名", Reasons.contradicts(3)),
                        new Rejected(3, "姓名", Reasons.contradicts(2)),
                        new Rejected(4, "姓名", Reasons.contradicts(2)));
    }

    @Test
    void aRowWithACellTooFewOrTooManyIsRejected() {
        var reading = read("2,何凤英", GOOD + ",多", GOOD + ",,");

        assertThat(reading.entries()).extracting(RosterEntry::line).containsExactly(4L);
        assertThat(reading.findings().faults())
                .containsExactly(
                        new Rejected(2, "", Reasons.RAGGED), new Rejected(3, "", Reasons.RAGGED));
    }

    @Test
    void oneNumberIsOneVolunteer() {
        var other = GOOD.replace("13800000001", "13800000002").replace("朱翠花", "朱翠华");

        assertThat(read(GOOD, other).findings().faults())
                .containsExactly(new Rejected(3, "志愿者电话", Reasons.otherVolunteer(2)));
    }

    @Test
    void aRejectedRowTakesNobodysPlace() {
        var broken = GOOD.replace("09:00", "?");

        assertThat(read(broken, GOOD).entries()).extracting(RosterEntry::line).containsExactly(3L);
    }

    @Test
    void rowsAreCountedAsASpreadsheetShowsThem() {
        var reading = read("", GOOD + "\"两\n行\"", "", ",,,,,,,,,,,,,,", ",何凤英,,,,,,,,,,,,,");

        assertThat(reading.entries().getFirst().note()).isEqualTo("两 行");
        assertThat(reading.findings().faults()).extracting(Rejected::line).containsOnly(6L);
    }

    @Test
    void aRowComesInClean() {
        var entry =
                only(
                        "1,李　 明,男,６８岁,示范一居委, 示范路1号\u200b ,＋86 138－0000－0001 / 021-50000001,,"
                                + "独居、高龄老人，重残,９：００～１１点半,朱翠花,13900000100,朱翠花,13900000100,无");

        assertThat(entry.name()).isEqualTo("李明");
        assertThat(entry.gender()).isEqualTo(Gender.MALE);
        assertThat(entry.enrol(Window.of("08:00-09:00")).birthYear())
                .isEqualTo(ImportRig.THIS_YEAR - 68);
        assertThat(entry.address()).isEqualTo("示范路1号");
        assertThat(entry.numbers())
                .extracting(number -> number.e164())
                .containsExactly("+8613800000001", "+862150000001");
        assertThat(entry.categories())
                .containsExactlyInAnyOrder(
                        Category.LIVING_ALONE, Category.VERY_OLD, Category.SEVERELY_DISABLED);
        assertThat(entry.window()).isEqualTo(Window.of("09:00-11:30"));
        assertThat(entry.volunteers()).extracting(NamedNumber::name).containsExactly("朱翠花");
        assertThat(entry.note()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9:00-11:00",
                "09：00－11：00",
                "09:00~11:00",
                "9点-11点",
                "9时至11时",
                "9.00 — 11.00",
                "9:00——11:00",
                "9:00到11:00"
            })
    void windowsAreWrittenInManyWays(String written) {
        assertThat(Window.read(written)).hasValue(Window.of("09:00-11:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1940", "1940年", "1940-05-01", "1940/5/1", "194005", "19400501", "1940年5月"})
    void yearsOfBirthAreWrittenInManyWays(String written) {
        var reading = reading("姓名,村居委,电话,出生日期\n唐桂兰,示范一居委,13800000001," + written + "\n");

        assertThat(reading.entries().getFirst().birthYear())
                .isEqualTo(new RosterEntry.BirthYear(1940, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"所属村（居）委", "村(居)委会", "居（村）委会", "所属村居委会", "所 属 社 区", "村居委*"})
    void whoIsResponsibleIsWrittenInManyWays(String header) {
        var reading = reading("姓名,电话," + header + "\n唐桂兰,13800000001,示范一居委\n");

        assertThat(reading.entries().getFirst().committee()).isEqualTo("示范一居委");
    }

    @Test
    void columnsStandInAnyOrderUnderOtherNames() {
        var reading =
                reading(
                        "示范镇关爱对象名单\n制表,2026年7月\n\n"
                                + "座机,分类,*手机号,姓 名（必填）,身高,所属村居\n"
                                + "021-50000001,孤老,13800000001,唐桂兰,1.6,示范一居委\n");

        var entry = reading.entries().getFirst();
        assertThat(entry.name()).isEqualTo("唐桂兰");
        assertThat(entry.numbers().getFirst().e164()).isEqualTo("+8613800000001");
        assertThat(entry.categories()).containsExactly(Category.NO_FAMILY);
        assertThat(entry.volunteers()).isNull();
        assertThat(entry.note()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInManyWays(String end) {
        var reading =
                reading(HEADER + end + GOOD + end + GOOD.replace("兰", "芳").replace("09:", "x"));

        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.findings().faults()).extracting(Rejected::line).containsExactly(3L);
    }

    @Test
    void everyCategoryIsReadByItsLabel() {
        for (var category : ImportRig.CATEGORIES.all()) {
            assertThat(ImportRig.CATEGORIES.read(ImportRig.CATEGORIES.label(category)))
                    .hasValue(category);
        }
    }

    @Test
    void nobodyIsNamedInLogs() {
        var entry = only(GOOD);

        assertThat(
                        List.of(entry, entry.enrol(Window.of("09:00-11:00")), entry.volunteers())
                                .toString())
                .doesNotContain("唐", "朱", "1380", "1390", "示范");
    }

    private static Arguments broken(String good, String broken, String column, Reason reason) {
        return Arguments.of(good, broken, column, reason);
    }

    private static RosterEntry only(String row) {
        var reading = read(row);
        assertThat(reading.findings().faults()).isEmpty();
        return reading.entries().getFirst();
    }

    private static RosterReading read(String... rows) {
        return reading(HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    private static RosterReading reading(String text) {
        return ImportRig.reading(text);
    }
}
