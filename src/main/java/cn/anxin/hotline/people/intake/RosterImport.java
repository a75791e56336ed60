package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.intake.ImportPlan.Addition;
import cn.anxin.hotline.people.intake.ImportPlan.Changed;
import cn.anxin.hotline.people.intake.ImportPlan.Enrolment;
import cn.anxin.hotline.people.intake.MissingPeople.Enrolled;
import cn.anxin.hotline.people.intake.header.HeaderReasons;
import cn.anxin.hotline.people.intake.report.ImportRefused;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportResult;
import cn.anxin.hotline.people.intake.report.ImportStale;
import cn.anxin.hotline.people.intake.report.ImportUnconfirmed;
import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.row.RosterNumbers;
import cn.anxin.hotline.people.intake.row.RosterReading;
import cn.anxin.hotline.people.intake.sheet.SheetFile;
import cn.anxin.hotline.people.keeping.Because;
import cn.anxin.hotline.people.keeping.Enrolments;
import cn.anxin.hotline.people.keeping.RosterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a roster: a workbook or a CSV file whose header names the columns, one row a person. A
 * row comes in whole or not at all, the good ones in one transaction; a file that is no roster is
 * refused whole.
 *
 * <p>A person is who has the same name and one of the same numbers. What the file has no column for
 * stays as it is, so the same file twice changes nothing. Nobody is ever deleted; who is not in the
 * file stays, unless it is to replace its committees' rosters. Any thread; two imports wait for
 * each other.
 */
@Component
public class RosterImport {
    /** 50,000 people take some seconds; past this something is wrong. */
    private static final int LONGEST_SECONDS = 120;

    /** As many as autovacuum would not count soon enough. */
    private static final int MANY = 500;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final RosterWriter writer;
    private final Enrolments enrolments;
    private final Categories categories;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Journal journal;
    private final PeopleSettings settings;
    private final RosterNumbers numbers;
    private final HotlineSettings hotline;
    private final Clock clock;

    public RosterImport(
            JdbcClient jdbc,
            Roster roster,
            RosterWriter writer,
            Enrolments enrolments,
            Categories categories,
            PlatformTransactionManager transactions,
            Journal journal,
            PeopleSettings settings,
            NumberPlan plan,
            HotlineSettings hotline,
            Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.writer = writer;
        this.enrolments = enrolments;
        this.categories = categories;
        this.writing = bounded(transactions);
        this.reading = bounded(transactions);
        this.reading.setReadOnly(true);
        this.journal = journal;
        this.settings = settings;
        this.numbers = new RosterNumbers(plan, hotline);
        this.hotline = hotline;
        this.clock = clock;
    }

    /**
     * What {@link #run} would say; writes nothing. Says it also where more must be confirmed.
     *
     * @throws IOException if the file cannot be read; may be tried again
     * @throws org.springframework.dao.DataAccessException if the database fails; may be tried again
     */
    public ImportResult preview(InputStream file, ImportOptions options) throws IOException {
        try {
            var rows = read(file, options);
            return reading.execute(status -> compare(rows, options).report());
        } catch (NotARoster e) {
            return new ImportRefused(e.reason());
        }
    }

    /**
     * Takes the file in.
     *
     * @param by for the journal
     * @throws IOException if the file cannot be read; nothing came in, may be tried again
     * @throws org.springframework.dao.DataAccessException if the database fails; nothing came in,
     *     may be tried again
     */
    public ImportResult run(InputStream file, ImportOptions options, Actor by) throws IOException {
        try {
            var rows = read(file, options);
            return writing.execute(status -> write(rows, options, by));
        } catch (NotARoster e) {
            return new ImportRefused(e.reason());
        }
    }

    private static TransactionTemplate bounded(PlatformTransactionManager transactions) {
        var bounded = new TransactionTemplate(transactions);
        bounded.setTimeout(LONGEST_SECONDS);
        return bounded;
    }

    private RosterReading read(InputStream content, ImportOptions options) throws IOException {
        try (var file = SheetFile.open(content, settings.largestFile())) {
            int year = LocalDate.ofInstant(clock.instant(), hotline.zone()).getYear();
            var reading =
                    RosterReading.of(
                            file, options.sheet(), settings.mostRows(), numbers, categories, year);
            if (options.replace() && !reading.whatWasRead().otherRosters().isEmpty()) {
                throw new NotARoster(HeaderReasons.SEVERAL_ROSTERS);
            }
            return reading;
        }
    }

    private ImportResult write(RosterReading file, ImportOptions options, Actor by) {
        // reads, and references from other tables, go on; another writer of people waits
        jdbc.sql("lock table person in share row exclusive mode").update();
        var comparison = compare(file, options);
        var report = comparison.report();
        var expected = options.fingerprint();
        if (expected != null && !expected.equals(report.fingerprint())) {
            return new ImportStale();
        }
        var confirmed = options.confirm();
        if (report.confirm() > 0 && (confirmed == null || confirmed != report.confirm())) {
            return new ImportUnconfirmed(report.confirm());
        }
        write(comparison, new Because(by, "导入名单"));
        journal.write(
                Entry.of("roster-imported", by)
                        .with("added", Integer.toString(report.added()))
                        .with("changed", Integer.toString(report.changed()))
                        .with("unchanged", Integer.toString(report.unchanged()))
                        .with("removed", Integer.toString(report.removed()))
                        .with("rejected", Integer.toString(report.rejectedRows())));
        return report;
    }

    private void write(Comparison comparison, Because because) {
        var plan = comparison.plan();
        // before their refusal is written, for nobody is rung who refused
        enrolments.leave(plan.ids(Enrolment.LEAVES), because);
        writer.add(plan.additions().stream().map(Addition::profile).toList(), because);
        writer.change(
                plan.changes().stream()
                        .map(Changed::change)
                        .filter(change -> !change.fields().isEmpty())
                        .toList(),
                because);
        enrolments.enrol(plan.ids(Enrolment.RETURNS), because);
        enrolments.leave(
                comparison.missing().leaving().stream().map(Enrolled::id).toList(),
                new Because(because.by(), "不在新导入的名单里"));
        if (plan.additions().size() + plan.changes().size() >= MANY) {
            learnHowMany();
        }
    }

    /**
     * Until PostgreSQL has counted a town that came in a moment ago, it plans as for a handful of
     * people: the next import, or the round, took minutes for what takes seconds.
     */
    private void learnHowMany() {
        jdbc.sql(
                        """
                        analyze person, person_number, person_category, volunteer, pairing,
                            family_contact
                        """)
                .update();
    }

    private record Comparison(ImportPlan plan, MissingPeople missing, ImportReport report) {}

    private Comparison compare(RosterReading file, ImportOptions options) {
        var entries = file.entries();
        var stored = StoredPeople.meantBy(entries, roster);
        var plan = new ImportPlan(file, stored, settings.defaultWindow());
        var missing = MissingPeople.from(entries, plan, file.rejected(), options.replace(), jdbc);
        return new Comparison(plan, missing, ReportedImport.of(file, plan, missing, categories));
    }
}
