package cn.anxin.hotline.people.intake.row;

import static cn.anxin.hotline.people.intake.sheet.Book.merge;
import static cn.anxin.hotline.people.intake.sheet.Book.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxin.hotline.people.Consent;
import cn.anxin.hotline.people.FamilyContact;
import cn.anxin.hotline.people.Language;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.ImportRig;
import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import cn.anxin.hotline.people.intake.sheet.Book;
import cn.anxin.hotline.people.intake.words.NumberReasons;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks as committees really send them, and the people who come out of them. */
class CommitteeWorkbookTest {

    @Test
    void aTitleTwoRowsOfHeaderMergedCommitteesAndLostZeros() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "示范镇独居老人及结对志愿者名单");
                    merge(sheet, 0, 0, 0, 7);
                    row(sheet, 2, "序号", "村居委", "姓  名", "联系方式\n（必填）", "", "结对志愿者", "", "身高");
                    merge(sheet, 2, 0, 3, 0);
                    merge(sheet, 2, 1, 3, 1);
                    merge(sheet, 2, 2, 3, 2);
                    merge(sheet, 2, 3, 2, 4);
                    merge(sheet, 2, 5, 2, 6);
                    row(sheet, 3, "", "", "", "*手机", "固定电话", "姓名", "电话");
                    row(
                            sheet,
                            4,
                            1,
                            "示范一居委",
                            "唐桂兰",
                            13800000001L,
                            2150000001L,
                            "朱翠花",
                            13900000100L);
                    row(sheet, 5, 2, "", "何凤英", 13800000002L, 50000002, "", "");
                    row(
                            sheet,
                            6,
                            3,
                            "",
                            "梁雪珍",
                            "",
                            "021-50000003 13800000003",
                            "谢伟民",
                            13900000102L);
                    merge(sheet, 4, 1, 6, 1);
                    merge(sheet, 4, 5, 5, 5);
                    merge(sheet, 4, 6, 5, 6);
                    row(sheet, 7, 4);
                    row(sheet, 8, 5);
                    row(sheet, 9, "合计", "", "3人");
                    row(sheet, 10, "制表人：张三    审核：");
                });

        assertThat(reading.findings().faults()).isEmpty();
        assertThat(reading.entries())
                .extracting(RosterEntry::name)
                .containsExactly("唐桂兰", "何凤英", "梁雪珍");
        assertThat(reading.entries()).extracting(RosterEntry::committee).containsOnly("示范一居委");
        assertThat(numbers(reading, 0)).containsExactly("+8613800000001", "+862150000001");
        assertThat(numbers(reading, 1)).containsExactly("+8613800000002", "+862150000002");
        assertThat(numbers(reading, 2)).containsExactly("+862150000003", "+8613800000003");
        assertThat(reading.entries())
                .flatExtracting(RosterEntry::volunteers)
                .extracting(NamedNumber::name)
                .containsExactly("朱翠花", "朱翠花", "谢伟民");
        assertThat(reading.findings().remarks())
                .containsExactly(
                        new Remark(5, "固定电话", Remarks.ZERO_RESTORED),
                        new Remark(10, "", Remarks.NOBODY),
                        new Remark(11, "", Remarks.NOBODY));
        assertThat(reading.whatWasRead().header()).isEqualTo(3);
        assertThat(reading.whatWasRead().ignoredColumns()).containsExactly("身高");
    }

    @Test
    void aMergedNameOrAgeIsOnePersonsOnly() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "姓名", "年龄", "村居委", "电话");
                    row(sheet, 1, "唐桂兰", 80, "示范一居委", "13800000001");
                    row(sheet, 2, "李国强", "", "", "");
                    merge(sheet, 1, 1, 2, 1);
                    merge(sheet, 1, 2, 2, 2);
                    merge(sheet, 1, 3, 2, 3);
                });

        assertThat(reading.entries()).hasSize(2);
        assertThat(reading.entries().get(1).birthYear()).isNull();
        assertThat(numbers(reading, 1)).containsExactly("+8613800000001");
        assertThat(reading.findings().remarks())
                .containsExactly(new Remark(3, "年龄", Remarks.MERGED_ONCE));
    }

    @Test
    void aCommitteeThatIsNotMergedIsNotGuessed() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "姓名", "村居委", "电话");
                    row(sheet, 1, "唐桂兰", "示范一居委", "13800000001");
                    row(sheet, 2, "何凤英", "", "13800000002");
                    row(sheet, 3, "梁雪珍", "同上", "13800000003");
                });

        assertThat(reading.findings().faults())
                .containsExactly(
                        new Rejected(3, "村居委", Reasons.NO_COMMITTEE),
                        new Rejected(4, "村居委", Reasons.DITTO));
    }

    @Test
    void numbersThatExcelKeepsWholeAreReadWholeAndCutOnesAreNot() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "姓名", "村居委", "电话");
                    row(sheet, 1, "唐桂兰", "示范一居委", 1.3812345678E10);
                    sheet.style(1, 2).format("0.00E+00").set();
                    row(sheet, 2, "何凤英", "示范一居委", 1.38E10);
                    row(sheet, 3, "梁雪珍", "示范一居委", "1.38E+10");
                    row(sheet, 4, "谢巧玲", "示范一居委", 8613800000004L);
                });

        assertThat(numbers(reading, 0)).containsExactly("+8613812345678");
        assertThat(numbers(reading, 1)).containsExactly("+8613800000004");
        assertThat(reading.findings().faults())
                .containsExactly(
                        new Rejected(3, "电话", NumberReasons.LOST_DIGITS),
                        new Rejected(4, "电话", NumberReasons.LOST_DIGITS));
    }

    @Test
    void datesAndAgesAreReadAsWhateverExcelMadeOfThem() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "姓名", "村居委", "电话", "出生日期", "年龄", "住址");
                    row(sheet, 1, "唐桂兰", "示范一居委", "13800000001");
                    sheet.value(1, 3, LocalDate.of(1940, 5, 1));
                    sheet.style(1, 3).format("yyyy-MM-dd").set();
                    row(sheet, 2, "何凤英", "示范一居委", "13800000002", 14732, "", "示范路1号");
                    row(sheet, 3, "梁雪珍", "示范一居委", "13800000003", "", 82.0, 501);
                    row(sheet, 4, "谢巧玲", "示范一居委", "13800000004", "1940.5", "");
                    sheet.value(4, 5, LocalDate.of(2026, 3, 5));
                    sheet.style(4, 5).format("m-d").set();
                });

        assertThat(reading.entries())
                .extracting(entry -> entry.enrol(Window.of("09:00-11:00")).birthYear())
                .containsExactly(1940, 1940, ImportRig.THIS_YEAR - 82);
        assertThat(reading.entries().getLast().address()).isEqualTo("501");
        assertThat(reading.findings().faults())
                .containsExactly(new Rejected(5, "住址", Reasons.BECAME_DATE));
    }

    @Test
    void ofAFormulaItsResultCountsAndWithoutOneItIsToldSo() {
        var reading =
                read(sheet -> {
                    row(sheet, 0, "姓名", "村居委", "电话", "备注");
                    row(sheet, 1, "唐桂兰", "示范一居委", "13800000001", "- 女儿在外地");
                    row(sheet, 2, "何凤英", "", "13800000002");
                    sheet.formula(2, 1, "B2");
                    row(sheet, 3, "=HYPERLINK(\"http://x\")", "示范一居委", "13800000003");
                    row(sheet, 4, "梁雪珍", "示范一居委", "#N/A");
                });

        assertThat(reading.entries()).extracting(RosterEntry::note).containsExactly("- 女儿在外地");
        assertThat(reading.findings().faults())
                .containsExactly(
                        new Rejected(3, "村居委", Reasons.NO_RESULT),
                        new Rejected(4, "姓名", Reasons.FORMULA),
                        new Rejected(5, "电话", Reasons.NO_RESULT));
    }

    @Test
    void theFirstVisibleSheetWithAHeaderIsReadAndTheOthersAreNamed() {
        var reading =
                ImportRig.reading(
                        Book.of(book -> {
                            var hidden = book.newWorksheet("去年");
                            hidden.setVisibilityState(VisibilityState.HIDDEN);
                            small(hidden, "何凤英");
                            row(book.newWorksheet("填表说明"), 0, "请各村居委认真填写");
                            small(book.newWorksheet("一居委"), "唐桂兰");
                            small(book.newWorksheet("二居委"), "梁雪珍");
                        }));

        assertThat(reading.entries()).extracting(RosterEntry::name).containsExactly("唐桂兰");
        assertThat(reading.whatWasRead().sheet()).isEqualTo("一居委");
        assertThat(reading.whatWasRead().otherSheets()).containsExactly("填表说明", "二居委");
        assertThat(reading.whatWasRead().hiddenSheets()).containsExactly("去年");
    }

    @Test
    void rowsThatAFilterHidesAreReadAndCounted() {
        var reading =
                read(sheet -> {
                    small(sheet, "唐桂兰");
                    row(sheet, 2, "何凤英", "示范一居委", "13800000002");
                    sheet.hideRow(2);
                });

        assertThat(reading.entries()).hasSize(2);
        assertThat(reading.whatWasRead().hiddenRows()).isOne();
    }

    @Test
    void theHeaderOfTheNextPageIsNobody() {
        var reading =
                read(sheet -> {
                    small(sheet, "唐桂兰");
                    row(sheet, 30, "姓名", "村居委", "电话");
                    row(sheet, 31, "何凤英", "示范一居委", "13800000002");
                });

        assertThat(reading.entries()).hasSize(2);
        assertThat(reading.findings().remarks())
                .containsExactly(new Remark(31, "", Remarks.HEADER_AGAIN));
    }

    @Test
    void howToCareForThemIsRead() {
        var reading =
                read(sheet -> {
                    row(
                            sheet, 0, "姓名", "村居委", "电话", "语言", "听力", "慢速播报", "风险等级", "家属姓名1",
                            "家属电话1", "家属关系1", "家属姓名2", "家属电话2", "家属关系2", "知情同意", "临时独居至",
                            "身体/精神状况");
                    row(
                            sheet,
                            1,
                            "唐桂兰",
                            "示范一居委",
                            "13800000001",
                            "上海话",
                            "左耳听不清",
                            "是",
                            "高",
                            "王芳",
                            "13900000001",
                            "女儿",
                            "王军",
                            13900000002L,
                            "儿子",
                            "2026年3月1日",
                            "",
                            "高血压");
                    sheet.value(1, 14, LocalDate.of(2026, 9, 30));
                    sheet.style(1, 14).format("yyyy/m/d").set();
                });

        assertThat(reading.findings().faults()).isEmpty();
        var person = reading.entries().getFirst().enrol(Window.of("09:00-11:00"));
        assertThat(person.speaking().language()).isEqualTo(Language.SHANGHAINESE);
        assertThat(person.speaking().hearing()).isEqualTo("左耳听不清");
        assertThat(person.speaking().slowly()).isTrue();
        assertThat(person.risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(person.consent())
                .isEqualTo(new Consent(Consent.State.GIVEN, LocalDate.of(2026, 3, 1), ""));
        assertThat(person.aloneUntil()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(person.condition()).isEqualTo("高血压");
        assertThat(person.family())
                .extracting(
                        FamilyContact::name, FamilyContact::relation, one -> one.number().e164())
                .containsExactly(
                        tuple("王芳", "女儿", "+8613900000001"), tuple("王军", "儿子", "+8613900000002"));
    }

    @Test
    void whatCannotBeMeantIsTold() {
        var reading =
                read(sheet -> {
                    row(
                            sheet, 0, "姓名", "村居委", "电话", "语言", "慢速播报", "风险等级", "知情同意", "临时独居至",
                            "家属", "家属电话");
                    row(
                            sheet,
                            1,
                            "唐桂兰",
                            "示范一居委",
                            "13800000001",
                            "火星话",
                            "也许",
                            "很高",
                            "随便",
                            "2026-02-30",
                            "王芳、王军",
                            "13900000001");
                });

        assertThat(reading.findings().faults())
                .extracting(Rejected::column)
                .containsExactlyInAnyOrder("语言", "慢速播报", "风险等级", "知情同意", "临时独居至", "家属电话");
    }

    private static void small(Worksheet sheet, String name) {
        row(sheet, 0, "姓名", "村居委", "电话");
        row(sheet, 1, name, "示范一居委", "13800000001");
    }

    private static RosterReading read(Consumer<Worksheet> write) {
        return ImportRig.reading(Book.sheet(write));
    }

    private static List<String> numbers(RosterReading reading, int entry) {
        return reading.entries().get(entry).numbers().stream()
                .map(number -> number.e164())
                .toList();
    }
}
