package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.keeping.Because;
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
 * Takes in a roster: a CSV file whose header names the columns, one row a person. A row comes in
 * whole or not at all, the good ones in one transaction; a file that is no roster is refused whole.
 *
 * <p>A person is who has the same name and one of the same numbers. Nobody is deleted, and what the
 * file has no column for stays as it is, so the same file twice changes nothing. Any thread; two
 * imports wait for each other.
 */
@Component
public class RosterImport {
    /** 50,000 people take some seconds; past this something is wrong. */
    private static final int LONGEST_SECONDS = 120;

    private final JdbcClient jdbc;
    private final Roster roster;
    private final RosterWriter writer;
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
     * What {@link #run} would say; writes nothing.
     *
     * @throws IOException if the file cannot be read; may be tried again
     * @throws org.springframework.dao.DataAccessException if the database fails; may be tried again
     */
    public ImportResult preview(InputStream csv) throws IOException {
        try {
            var file = read(csv);
            return reading.execute(status -> report(file, compare(file)));
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
    public ImportResult run(InputStream csv, Actor by) throws IOException {
        try {
            var file = read(csv);
            return writing.execute(status -> write(file, by));
        } catch (NotARoster e) {
            return new ImportRefused(e.reason());
        }
    }

    private static TransactionTemplate bounded(PlatformTransactionManager transactions) {
        var bounded = new TransactionTemplate(transactions);
        bounded.setTimeout(LONGEST_SECONDS);
        return bounded;
    }

    private RosterReading read(InputStream csv) throws IOException {
        var text = RosterText.read(csv, settings.largestFile());
        int year = LocalDate.ofInstant(clock.instant(), hotline.zone()).getYear();
        return RosterReading.of(text, settings.mostRows(), numbers, categories, year);
    }

    private ImportReport write(RosterReading file, Actor by) {
        // reads, and references from other tables, go on; another writer of people waits
        jdbc.sql("lock table person in share row exclusive mode").update();
        var plan = compare(file);
        var because = new Because(by, "导入名单");
        writer.add(plan.additions(), because);
        writer.change(plan.changes(), because);
        var report = report(file, plan);
        journal.write(
                Entry.of("roster-imported", by)
                        .with("added", Integer.toString(report.added()))
                        .with("changed", Integer.toString(report.changed()))
                        .with("unchanged", Integer.toString(report.unchanged()))
                        .with("rejected", Integer.toString(report.rejectedRows())));
        return report;
    }

    private ImportPlan compare(RosterReading file) {
        var stored = StoredPeople.meantBy(file.entries(), roster);
        return new ImportPlan(file, stored, settings.defaultWindow());
    }

    private static ImportReport report(RosterReading file, ImportPlan plan) {
        return new ImportReport(
                plan.additions().size(),
                plan.changes().size(),
                plan.unchanged(),
                file.faults().rows(),
                file.faults().byLine());
    }
}
