package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportReport.Removed;
import cn.anxin.hotline.people.intake.report.ImportResult;
import cn.anxin.hotline.people.intake.report.ImportStale;
import cn.anxin.hotline.people.intake.report.ImportUnconfirmed;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A committee's new file: who is no longer in it, and how a wrong file empties no committee. */
class ReplacedRosterTest {
    private static final ImportOptions REPLACE = new ImportOptions(null, true, null, null);
    private static final String HEADER = "姓名,村居委,电话,知情同意\n";

    private final TestDatabase database = TestDatabase.fresh();
    private final Roster roster = new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX);
    private final RosterImport imports = ImportRig.on(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoIsNotInTheFileIsOnlyCountedUnlessItReplaces() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);

        var report = report(withoutTheLast(ten("一居委"), 1), ImportOptions.ADD);

        assertThat(report.missing()).isOne();
        assertThat(report.removed()).isZero();
        assertThat(roster.size()).isEqualTo(10);
    }

    @Test
    void whoIsNotInAReplacingFileLeavesAndIsNotDeleted() throws IOException {
        run(ten("一居委") + rows("二居委", 20, 5), ImportOptions.ADD);

        var report = report(withoutTheLast(ten("一居委"), 2), REPLACE);

        assertThat(report.removals())
                .extracting(Removed::name, Removed::committee)
                .containsOnly(tuple("王**", "一居委"))
                .hasSize(2);
        assertThat(roster.size()).isEqualTo(13);
        assertThat(count("person")).isEqualTo(15);
        assertThat(count("journal where kind = 'person-left'")).isEqualTo(2);
        assertThat(count("person_change where kind = 'LEFT'")).isEqualTo(2);
    }

    @Test
    void whoComesBackIntoTheFileIsRungAgain() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        run(withoutTheLast(ten("一居委"), 1), REPLACE);

        var report = report(ten("一居委"), REPLACE);

        assertThat(report.changed()).isOne();
        assertThat(report.changes().getFirst().differences())
                .containsExactly(new ImportReport.Difference("enrolled", "", "不在名单", "在名单"));
        assertThat(roster.size()).isEqualTo(10);
        assertThat(count("person")).isEqualTo(10);
    }

    @Test
    void whoMovedToAnotherCommitteeIsNotMissingFromTheOld() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);

        var report = report(ten("一居委").replace("王九,一居委", "王九,二居委"), REPLACE);

        assertThat(Counts.of(report)).isEqualTo(new Counts(0, 1, 9, 0));
        assertThat(report.missing()).isZero();
    }

    @Test
    void aFileThatWouldEmptyACommitteeWaitsForItsNumber() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        var file = withoutTheLast(ten("一居委"), 4);

        assertThat(preview(file, REPLACE).confirm()).isEqualTo(4);
        assertThat(run(file, REPLACE)).isEqualTo(new ImportUnconfirmed(4));
        assertThat(run(file, new ImportOptions(null, true, 3, null)))
                .isEqualTo(new ImportUnconfirmed(4));
        assertThat(roster.size()).isEqualTo(10);

        assertThat(report(file, new ImportOptions(null, true, 4, null)).removed()).isEqualTo(4);
        assertThat(roster.size()).isEqualTo(6);
    }

    @Test
    void nobodyLeavesWhomARejectedRowMayMean() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        var broken = ten("一居委").replace("王九,一居委,13800000009", "王九,一居委,1380000000");

        var report = report(broken, REPLACE);

        assertThat(report.rejectedRows()).isOne();
        assertThat(report.missing()).isOne();
        assertThat(report.removed()).isZero();
        assertThat(roster.size()).isEqualTo(10);
    }

    @Test
    void nobodyOfACommitteeLeavesWhileARowOfItHasNoName() throws IOException {
        run(ten("一居委") + rows("二居委", 20, 9), ImportOptions.ADD);
        var file = withoutTheLast(ten("一居委"), 1) + ",一居委,13800000009,\n" + rows("二居委", 20, 8);

        assertThat(report(file, REPLACE).removals())
                .extracting(Removed::committee)
                .containsExactly("二居委");
    }

    @Test
    void whoRefusesIsNoLongerRungAndAStrangerWhoRefusesIsNotWrittenDown() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        var file = ten("一居委").replace("13800000009,", "13800000009,否") + "李十一,一居委,13800000011,否\n";

        var report = report(file, ImportOptions.ADD);

        assertThat(Counts.of(report)).isEqualTo(new Counts(0, 1, 9, 1));
        assertThat(roster.size()).isEqualTo(9);
        assertThat(count("person")).isEqualTo(10);
        assertThat(Counts.of(report(file, ImportOptions.ADD))).isEqualTo(new Counts(0, 0, 10, 1));
        assertThat(Counts.of(report(ten("一居委"), ImportOptions.ADD)))
                .as("a file that says nothing of it does not ring them again")
                .isEqualTo(new Counts(0, 0, 10, 0));
    }

    @Test
    void whatWasPreviewedIsWhatComesIn() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        var file = withoutTheLast(ten("一居委"), 1) + "李十一,一居委,13800000011,\n";
        var seen = preview(file, REPLACE).fingerprint();
        assertThat(preview(file, REPLACE).fingerprint()).isEqualTo(seen);
        assertThat(preview(file, ImportOptions.ADD).fingerprint()).isNotEqualTo(seen);

        run("姓名,村居委,电话\n赵新,一居委,13800000077\n", ImportOptions.ADD);

        var expecting = new ImportOptions(null, true, null, seen);
        assertThat(run(file, expecting)).isEqualTo(new ImportStale());
        assertThat(roster.size()).isEqualTo(11);

        var again = new ImportOptions(null, true, null, preview(file, REPLACE).fingerprint());
        assertThat(report(file, again).removed()).isEqualTo(2);
    }

    @Test
    void aChangeThatDoesNotTouchTheResultDoesNotMatter() throws IOException {
        run(ten("一居委"), ImportOptions.ADD);
        var seen = preview(ten("一居委"), REPLACE).fingerprint();

        run(rows("二居委", 20, 5), ImportOptions.ADD);

        assertThat(report(ten("一居委"), new ImportOptions(null, true, null, seen)).unchanged())
                .isEqualTo(10);
    }

    @Test
    void differencesAreToldMasked() throws IOException {
        run("姓名,村居委,手机,家庭住址,备注\n唐桂兰,一居委,13800000001,示范路1号,女儿在外地\n", ImportOptions.ADD);

        var report =
                preview(
                        "姓名,村居委,手机,家庭住址,备注\n唐桂兰,二居委,13800000001/13900000099,示范路9号,独自在家\n",
                        ImportOptions.ADD);

        assertThat(report.changes()).hasSize(1);
        assertThat(report.changes().getFirst().name()).isEqualTo("唐**");
        assertThat(report.changes().getFirst().differences())
                .extracting(ImportReport.Difference::column)
                .containsExactly("村居委", "家庭住址", "手机", "备注");
        assertThat(report.toString()).doesNotContain("示范路", "女儿", "1380000", "桂兰");
    }

    private static String ten(String committee) {
        return HEADER + rows(committee, 0, 10).substring(HEADER.length());
    }

    /** People of a committee; only the first rows of a text may be a header. */
    private static String rows(String committee, int from, int count) {
        var numerals = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九");
        var text = new StringBuilder(from == 0 ? HEADER : "");
        for (int number = from; number < from + count; number++) {
            text.append(
                    "王%s,%s,138%08d,\n".formatted(numerals.get(number % 10), committee, number));
        }
        return text.toString();
    }

    private static String withoutTheLast(String file, int rows) {
        var lines = file.lines().toList();
        return String.join("\n", lines.subList(0, lines.size() - rows)) + "\n";
    }

    private ImportReport preview(String file, ImportOptions options) throws IOException {
        return (ImportReport) imports.preview(RosterFile.text(file), options);
    }

    private ImportReport report(String file, ImportOptions options) throws IOException {
        return (ImportReport) run(file, options);
    }

    private ImportResult run(String file, ImportOptions options) throws IOException {
        var whole = file.startsWith("姓名") ? file : HEADER + file;
        return imports.run(RosterFile.text(whole), options, Actor.API);
    }

    private long count(String table) {
        return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
