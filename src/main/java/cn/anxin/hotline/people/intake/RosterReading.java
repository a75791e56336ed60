package cn.anxin.hotline.people.intake;

import cn.anxin.hotline.people.Categories;
import cn.anxin.hotline.people.NamedNumber;
import cn.anxin.hotline.people.intake.ImportReport.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one file that are faultless, alone and beside each other. */
final class RosterReading {
    private final RosterHeader header;
    private final RosterFaults faults = new RosterFaults();
    private final List<RosterEntry> entries = new ArrayList<>();
    private final Map<NamedNumber, Long> lineOfPerson = new HashMap<>();
    private final RosterVolunteers volunteers;

    private RosterReading(RosterHeader header, RosterVolunteers volunteers) {
        this.header = header;
        this.volunteers = volunteers;
    }

    /**
     * @param thisYear to reckon ages from
     * @throws NotARoster if the text is none
     */
    static RosterReading of(
            String text, int mostRows, RosterNumbers numbers, Categories known, int thisYear) {
        var table = new RosterTable(text);
        var volunteers = new RosterVolunteers(numbers);
        var reader = new RosterRowReader(numbers, volunteers, known, thisYear);
        var reading = new RosterReading(table.header(), volunteers);
        table.forEachRow(
                mostRows, row -> reading.read(new RosterCells(table.header(), row), reader));
        return reading;
    }

    List<RosterEntry> entries() {
        return entries;
    }

    RosterFaults faults() {
        return faults;
    }

    void rejectDuplicate(RosterEntry entry, long ofLine) {
        reject(entry, RosterColumn.NAME, Reason.duplicate(ofLine));
    }

    void rejectAmbiguous(RosterEntry entry) {
        reject(entry, RosterColumn.NAME, Reason.AMBIGUOUS);
    }

    private void read(RosterCells cells, RosterRowReader reader) {
        reader.read(cells).ifPresentOrElse(this::take, () -> faults.add(cells.faults()));
    }

    private void take(RosterEntry entry) {
        var duplicate = lineOfSame(entry);
        if (duplicate.isPresent()) {
            rejectDuplicate(entry, duplicate.get());
            return;
        }
        volunteers.remember(entry);
        for (var number : entry.numbers()) {
            lineOfPerson.put(new NamedNumber(entry.name(), number), entry.line());
        }
        entries.add(entry);
    }

    private Optional<Long> lineOfSame(RosterEntry entry) {
        return entry.numbers().stream()
                .map(number -> new NamedNumber(entry.name(), number))
                .filter(lineOfPerson::containsKey)
                .map(lineOfPerson::get)
                .findFirst();
    }

    private void reject(RosterEntry entry, RosterColumn column, Reason reason) {
        faults.add(List.of(new Rejected(entry.line(), header.name(column), reason)));
    }
}
