package cn.anxin.hotline.wellness.sheet;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.sheet.OpenPeople.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 打电话名单: everybody of a day who is left, as a page for the printer; names, addresses and numbers in
 * clear. Read some hundreds at a time while it is written, so it takes little memory, and who has
 * said a word meanwhile may still be on it. Any thread.
 */
@Component
public class CallSheet {
    private static final int AT_ONCE = 500;

    /**
     * Of a city nobody prints all: those at the highest risk, as many as a few dozen people ring.
     */
    private static final int MOST_IN_THE_FILE = 5000;

    private final OpenPeople people;
    private final SheetPage page;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final HotlineSettings hotline;
    private final NumberPlan plan;
    private final Clock clock;

    CallSheet(
            OpenPeople people,
            SheetPage page,
            Journal journal,
            PlatformTransactionManager transactions,
            HotlineSettings hotline,
            NumberPlan plan,
            Clock clock) {
        this.people = people;
        this.page = page;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.hotline = hotline;
        this.plan = plan;
        this.clock = clock;
    }

    /** By the database's clock: of no later day is there a sheet. */
    public LocalDate today() {
        return people.today();
    }

    /** What a browser may do with the page: show it. */
    public String policy() {
        return page.policy();
    }

    /**
     * That people are shown is in the journal before the first of them is written.
     *
     * @param out left open
     * @param by to whom they are shown
     * @throws IOException if it cannot be written; what was written is incomplete
     */
    public void write(LocalDate day, Writer out, Actor by) throws IOException {
        var places = people.inOrder(day);
        transaction.executeWithoutResult(_ ->
                journal.write(
                        Entry.of("call-sheet-shown", by)
                                .with("day", day.toString())
                                .with("people", Integer.toString(places.size()))));
        write(day, places, places.size(), out);
    }

    /** For the file that lies ready; who makes it writes that down. At most 5,000 people. */
    int write(LocalDate day, Writer out) throws IOException {
        var places = people.inOrder(day);
        var listed = Math.min(places.size(), MOST_IN_THE_FILE);
        write(day, places.subList(0, listed), places.size(), out);
        return listed;
    }

    private static Stream<List<Place>> parts(List<Place> places) {
        return IntStream.iterate(0, from -> from < places.size(), from -> from + AT_ONCE)
                .mapToObj(from -> places.subList(from, Math.min(from + AT_ONCE, places.size())));
    }

    private void write(LocalDate day, List<Place> places, int open, Writer out) throws IOException {
        var place = new AtomicInteger();
        var rows =
                parts(places)
                        .flatMap(some -> people.read(day, some).stream())
                        .map(person ->
                                SheetRow.of(place.incrementAndGet(), person, plan, hotline.zone()));
        try {
            page.write(
                    new SheetPage.Sheet(
                            hotline.number(),
                            day,
                            clock.instant().atZone(hotline.zone()),
                            open,
                            places.size(),
                            rows.iterator()),
                    out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
