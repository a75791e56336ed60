package cn.anxin.hotline.people.intake.row;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.intake.header.HeaderSearch;
import cn.anxin.hotline.people.intake.header.Place;
import cn.anxin.hotline.people.intake.header.RosterColumn;
import cn.anxin.hotline.people.intake.header.RosterHeader;
import cn.anxin.hotline.people.intake.report.ImportReport.FileRead;
import cn.anxin.hotline.people.intake.report.ImportReport.Rejected;
import cn.anxin.hotline.people.intake.report.ImportReport.Remark;
import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.sheet.SheetFile;
import cn.anxin.hotline.people.intake.sheet.SheetRow;
import cn.anxin.hotline.people.intake.sheet.Table;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of one file that are faultless, alone and beside each other. */
public final class RosterReading {
    private final SheetFile file;
    private final Table table;
    private final RosterHeader header;
    private final List<String> alsoRosters;
    private final RosterRowReader reader;
    private final RosterVolunteers volunteers;
    private final RosterFindings findings = new RosterFindings();
    private final RejectedPeople rejected = new RejectedPeople();
    private final RosterEntries entries = new RosterEntries();
    private int hiddenRows;
    private int rows;

    private RosterReading(
            SheetFile file,
            HeaderSearch.Found found,
            RosterNumbers numbers,
            Categories categories,
            int thisYear) {
        this.file = file;
        this.table = found.table();
        this.header = found.header();
        this.alsoRosters = found.alsoRosters();
        this.volunteers = new RosterVolunteers(numbers);
        this.reader = new RosterRowReader(numbers, volunteers, categories, thisYear);
    }

    /**
     * @param sheet its name; null for the first that is a roster
     * @param thisYear to reckon ages from
     * @throws NotARoster if the file is none
     * @throws IOException if it cannot be read; may be tried again
     */
    public static RosterReading of(
            SheetFile file,
            @Nullable String sheet,
            int mostRows,
            RosterNumbers numbers,
            Categories categories,
            int thisYear)
            throws IOException {
        var found = HeaderSearch.in(file, sheet);
        var reading = new RosterReading(file, found, numbers, categories, thisYear);
        reading.table.read(row -> {
            if (row.line() > reading.header.lastLine() && !row.blank()) {
                reading.read(row, mostRows);
            }
            return true;
        });
        return reading;
    }

    public List<RosterEntry> entries() {
        return entries.all();
    }

    public RosterFindings findings() {
        return findings;
    }

    public RosterHeader header() {
        return header;
    }

    /** Whom the rejected rows may mean. */
    public RejectedPeople rejected() {
        return rejected;
    }

    public FileRead whatWasRead() {
        return new FileRead(
                file.format(),
                table.name(),
                file.tables().stream()
                        .map(Table::name)
                        .filter(Predicate.not(String::isEmpty))
                        .filter(name -> !name.equals(table.name()))
                        .toList(),
                alsoRosters,
                file.hidden().stream().filter(name -> !name.equals(table.name())).toList(),
                hiddenRows,
                header.places().stream()
                        .filter(place -> table.hides(place.index()))
                        .map(Place::header)
                        .toList(),
                header.firstLine(),
                header.ignored());
    }

    /** These rows mean one person, and only one of them can be right. */
    public void rejectContradicting(List<RosterEntry> rows) {
        for (var row : rows) {
            var other = rows.getFirst().equals(row) ? rows.get(1) : rows.getFirst();
            reject(row, Reasons.contradicts(other.line()));
        }
    }

    /** Somebody whom we do not know and who wants nothing of us is not written down. */
    public void rejectRefusing(RosterEntry entry) {
        reject(entry, Reasons.REFUSED);
    }

    public void rejectAmbiguous(RosterEntry entry) {
        reject(entry, Reasons.AMBIGUOUS);
    }

    private void read(SheetRow row, int mostRows) {
        var cells = new RosterCells(header, row);
        var nobody = NotAPerson.why(cells);
        if (nobody.isPresent()) {
            if (nobody.get() != Remarks.EMPTY) {
                findings.remark(new Remark(row.line(), "", nobody.get()));
            }
            return;
        }
        if (++rows > mostRows) {
            throw new NotARoster("名单太长，最多 " + mostRows + " 人", "more than " + mostRows + " people");
        }
        hiddenRows += row.hidden() ? 1 : 0;
        if (table.rectangular() && ragged(row)) {
            findings.reject(List.of(new Rejected(row.line(), "", Reasons.RAGGED)));
            rejected.addAnybody();
            return;
        }
        var entry = reader.read(cells);
        cells.remarks().forEach(findings::remark);
        if (entry.isPresent()) {
            take(entry.get());
        } else {
            findings.reject(cells.faults());
            rejected.add(cells);
        }
    }

    private boolean ragged(SheetRow row) {
        return row.cells().size() < header.width() || !row.blankFrom(header.width());
    }

    private void take(RosterEntry entry) {
        var same = entries.samePerson(entry);
        if (same.isEmpty()) {
            volunteers.remember(entry);
            entries.add(entry);
        } else if (entries.holds(same.get()) && entry.repeats(same.get())) {
            findings.repeat(entry.line(), same.get().line());
        } else {
            if (entries.remove(same.get())) {
                reject(same.get(), Reasons.contradicts(entry.line()));
            }
            reject(entry, Reasons.contradicts(same.get().line()));
        }
    }

    private void reject(RosterEntry entry, Reason reason) {
        var column = header.name(RosterColumn.NAME);
        findings.reject(List.of(new Rejected(entry.line(), column, reason)));
        rejected.add(entry);
    }
}
