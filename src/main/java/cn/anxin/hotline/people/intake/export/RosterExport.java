package cn.anxin.hotline.people.intake.export;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the roster out, whole and unmasked, in the columns in which it comes in: what was exported
 * is unchanged when it is imported. Read a page at a time, so it takes little memory, and a change
 * meanwhile is in it or not. Any thread.
 */
@Component
public class RosterExport {
    private static final int PAGE = 500;

    private final Roster roster;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final ExportedColumns columns;

    public RosterExport(
            Roster roster,
            Journal journal,
            PlatformTransactionManager transactions,
            Categories categories,
            NumberPlan plan) {
        this.roster = roster;
        this.journal = journal;
        this.transactions = new TransactionTemplate(transactions);
        this.columns = new ExportedColumns(categories, plan);
    }

    /**
     * Everybody whom the daily check rings. That they are shown is in the journal before the first
     * of them is written.
     *
     * @param out left open
     * @param by to whom they are shown
     * @throws IOException if it cannot be written; what was written is incomplete
     * @throws org.springframework.dao.DataAccessException if the database fails, likewise
     */
    public void write(ExportFormat format, OutputStream out, Actor by) throws IOException {
        transactions.executeWithoutResult(status ->
                journal.write(
                        Entry.of("roster-exported", by)
                                .with("people", Integer.toString(roster.size()))
                                .with("format", format.extension())));
        var rows = RowSink.of(format, out);
        rows.write(columns.headers());
        long last = 0;
        for (var page = page(last); !page.isEmpty(); page = page(last)) {
            for (var person : page) {
                rows.write(columns.row(person.profile()));
            }
            last = page.getLast().id();
        }
        rows.finish();
    }

    private List<Person> page(long after) {
        return roster.enrolled(after, PAGE);
    }
}
