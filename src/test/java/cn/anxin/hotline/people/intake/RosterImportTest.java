package cn.anxin.hotline.people.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.Gender;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.Volunteer;
import cn.anxin.hotline.people.Window;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestSeal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What comes in, what stays, and what is written about it. */
class RosterImportTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Roster roster = new Roster(database.jdbc(), TestSeal.SEAL, TestSeal.INDEX);
    private final RosterImport imports = ImportRig.on(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWholeRosterComesIn() throws IOException {
        var report = run(new ByteArrayInputStream(RosterFile.sample()));

        assertThat(Counts.of(report)).isEqualTo(new Counts(60, 0, 0, 0));
        assertThat(roster.size()).isEqualTo(60);
        var liang = onlyOneAt("13800000003");
        assertThat(liang.name()).isEqualTo("梁雪珍");
        assertThat(liang.gender()).isEqualTo(Gender.FEMALE);
        assertThat(liang.birthYear()).isEqualTo(ImportRig.THIS_YEAR - 77);
        assertThat(liang.committee()).isEqualTo("示范三村委");
        assertThat(liang.address()).isEqualTo("示范路86弄1号501室");
        assertThat(liang.window()).isEqualTo(Window.of("08:00-10:00"));
        assertThat(liang.categories())
                .containsExactlyInAnyOrder(Category.LIVING_ALONE, Category.GRAVELY_ILL);
        assertThat(liang.numbers()).containsExactly(number("13800000003"), number("02150000003"));
        assertThat(liang.slowSpeech()).isTrue();
        assertThat(roster.ladderOf(liang.id()))
                .extracting(Volunteer::name)
                .containsExactly("朱翠花", "郭月琴");
    }

    @Test
    void twoVolunteersMayHaveOneName() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));

        assertThat(roster.volunteerAt(number("13900000111"))).map(Volunteer::name).hasValue("何玉珍");
        assertThat(roster.volunteerAt(number("13900000112"))).map(Volunteer::name).hasValue("何玉珍");
    }

    @Test
    void everyNewcomerIsInTheJournalAndNothingOfThem() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));

        assertThat(journalled("person-added")).hasSize(60).containsOnly("{}");
        assertThat(journalled("roster-imported"))
                .containsExactly(
                        "{\"added\": \"60\", \"changed\": \"0\", \"removed\": \"0\", \"rejected\": \"0\", \"unchanged\": \"0\"}");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));
        var before = everything();

        var again = run(new ByteArrayInputStream(RosterFile.sample()));

        assertThat(Counts.of(again)).isEqualTo(new Counts(0, 0, 60, 0));
        assertThat(everything()).isEqualTo(before);
        assertThat(journalled("person-changed")).isEmpty();
    }

    @Test
    void theSameAgeAYearLaterChangesNothing() throws IOException {
        run(RosterFile.of(RosterFile.GOOD));

        var nextYear = ImportRig.yearsLater(database, 1);

        assertThat(
                        Counts.of(
                                nextYear.run(
                                        RosterFile.of(RosterFile.GOOD),
                                        ImportOptions.ADD,
                                        Actor.API)))
                .isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void aChangedRowChangesThatPersonAndTheJournalTellsWhatNotHow() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));
        var id = onlyOneAt("13800000003").id();
        var changed =
                RosterFile.sampleText()
                        .replace("示范路86弄1号501室", "示范路9号")
                        .replace("138 0000 0003,021-50000003", "021-50000003,13700000003");

        assertThat(Counts.of(run(RosterFile.text(changed)))).isEqualTo(new Counts(0, 1, 59, 0));

        var person = roster.person(id).orElseThrow();
        assertThat(person.address()).isEqualTo("示范路9号");
        assertThat(person.numbers()).containsExactly(number("02150000003"), number("13700000003"));
        assertThat(journalled("person-changed"))
                .containsExactly("{\"fields\": \"address numbers\"}");
        assertThat(run(RosterFile.text(changed)).unchanged()).isEqualTo(60);
    }

    @Test
    void anotherVolunteerReplacesTheOldOne() throws IOException {
        run(RosterFile.of(RosterFile.GOOD));
        run(RosterFile.of(RosterFile.GOOD.replace("朱翠花,13900000100", "谢伟民,13900000102")));

        assertThat(roster.ladderOf(onlyOneAt("13800000001").id()))
                .extracting(Volunteer::name)
                .containsExactly("谢伟民", "郭月琴");
    }

    @Test
    void aVolunteerMayGetAnotherName() throws IOException {
        run(RosterFile.of(RosterFile.GOOD));

        assertThat(run(RosterFile.of(RosterFile.GOOD.replace("朱翠花", "朱翠华"))).changed())
                .isEqualTo(1);

        assertThat(roster.volunteerAt(number("13900000100"))).map(Volunteer::name).hasValue("朱翠华");
    }

    @Test
    void whoIsNotInTheFileStays() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));

        run(RosterFile.of(RosterFile.GOOD));

        assertThat(roster.size()).isEqualTo(61 - 1);
    }

    @Test
    void whatTheFileHasNoColumnForStays() throws IOException {
        run(new ByteArrayInputStream(RosterFile.sample()));
        var before = onlyOneAt("13800000003");

        var report = run(RosterFile.text("姓名,村居委,电话\n梁雪珍,示范一居委,13800000003\n"));

        assertThat(report.changed()).isEqualTo(1);
        var after = onlyOneAt("13800000003");
        assertThat(after.committee()).isEqualTo("示范一居委");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("profile.committee", "version")
                .isEqualTo(before);
        assertThat(roster.ladderOf(after.id())).hasSize(2);
    }

    @Test
    void aPreviewTellsTheSameAndWritesNothing() throws IOException {
        run(RosterFile.of(RosterFile.GOOD));
        var before = everything();
        var file = RosterFile.sampleText().replace("唐桂兰,女,80", "唐桂兰,女,八十");

        var preview = imports.preview(RosterFile.text(file), ImportOptions.ADD);

        assertThat(everything()).isEqualTo(before);
        assertThat(imports.run(RosterFile.text(file), ImportOptions.ADD, Actor.API))
                .isEqualTo(preview);
    }

    @Test
    void aWindowThatTheFileDoesNotTellIsTheUsualOne() throws IOException {
        run(RosterFile.of(RosterFile.GOOD.replace("09:00-11:00", "")));

        assertThat(onlyOneAt("13800000001").window()).isEqualTo(Window.of("09:00-11:00"));
    }

    @Test
    void spreadsheetsSaveTheOldEncoding() throws IOException {
        run(RosterFile.text(RosterFile.sampleText(), Charset.forName("GB18030")));

        assertThat(onlyOneAt("13800000003").name()).isEqualTo("梁雪珍");
    }

    @Test
    void aSpareNumberIsEnough() throws IOException {
        run(RosterFile.of(RosterFile.GOOD.replace("13800000001,", ",021-50000001")));

        assertThat(onlyOneAt("02150000001").name()).isEqualTo("唐桂兰");
    }

    @Test
    void acoupleSharesATelephone() throws IOException {
        run(RosterFile.of(RosterFile.GOOD, RosterFile.GOOD.replace("唐桂兰,女", "李国强,男")));

        assertThat(roster.peopleAt(number("13800000001"))).hasSize(2);
    }

    @Test
    void aRowThatCouldMeanTwoPeopleIsLeftOut() throws IOException {
        run(RosterFile.of(RosterFile.GOOD, RosterFile.GOOD.replace("13800000001", "13800000002")));

        var report =
                run(
                        RosterFile.of(
                                RosterFile.GOOD.replace(
                                        "13800000001,", "13800000001,13800000002")));

        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rejected().getFirst().reason().en()).contains("two stored people");
        assertThat(roster.size()).isEqualTo(2);
    }

    @Test
    void twoRowsThatMeanOneStoredPersonContradictEachOther() throws IOException {
        run(RosterFile.of(RosterFile.GOOD.replace("13800000001,", "13800000001,13800000002")));

        var report =
                run(
                        RosterFile.of(
                                RosterFile.GOOD,
                                RosterFile.GOOD.replace("13800000001", "13800000002")));

        assertThat(Counts.of(report)).isEqualTo(new Counts(0, 0, 0, 2));
        assertThat(report.rejected().getFirst().reason().en()).contains("as in line 3");
        assertThat(report.rejected().getLast().reason().en()).contains("as in line 2");
    }

    @Test
    void nothingComesInIfTheEndFails() {
        database.jdbc()
                .sql("alter table journal add constraint broken check (kind <> 'roster-imported')")
                .update();

        assertThatThrownBy(() -> run(new ByteArrayInputStream(RosterFile.sample())))
                .isInstanceOf(DataAccessException.class);

        assertThat(everything()).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void twoImportsAtOnceAreOneAfterTheOther() throws Exception {
        Callable<ImportReport> task = () -> run(new ByteArrayInputStream(RosterFile.sample()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reports = threads.invokeAll(List.of(task, task, task));

            int added = 0;
            for (var report : reports) {
                added += report.get().added();
            }
            assertThat(added).isEqualTo(60);
        }
        assertThat(roster.size()).isEqualTo(60);
    }

    private ImportReport run(InputStream csv) throws IOException {
        return (ImportReport) imports.run(csv, ImportOptions.ADD, Actor.API);
    }

    private Person onlyOneAt(String number) {
        assertThat(roster.peopleAt(number(number))).hasSize(1);
        return roster.peopleAt(number(number)).getFirst();
    }

    private static PhoneNumber number(String text) {
        return PhoneNumber.parse(text, new NumberPlan("CN", "021")).orElseThrow();
    }

    /** Rows a table; people's by their state. */
    private List<Long> everything() {
        return List.of(
                count("person"),
                count("person_number"),
                count("person_category"),
                count("pairing"),
                count("volunteer"),
                count("committee"),
                count("person where updated_at <> created_at"));
    }

    private long count(String table) {
        return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> journalled(String kind) {
        return database.jdbc()
                .sql("select (detail - 'change')::text from journal where kind = :kind order by id")
                .param("kind", kind)
                .query(String.class)
                .list();
    }
}
