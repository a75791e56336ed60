package cn.anxin.hotline.people.intake.header;

import cn.anxin.hotline.people.intake.report.NotARoster;
import cn.anxin.hotline.people.intake.report.Reason;
import cn.anxin.hotline.people.intake.sheet.SheetFile;
import cn.anxin.hotline.people.intake.sheet.SheetRow;
import cn.anxin.hotline.people.intake.sheet.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table of a file that is a roster, and the one or two rows that name its columns: among
 * the first rows those in which most headers are known.
 */
public final class HeaderSearch {
    /** Titles, dates, notes on how to fill the form in. */
    private static final int ROWS_SEARCHED = 20;

    private static final Comparator<RosterHeader> BEST =
            Comparator.<RosterHeader, Boolean>comparing(header -> header.fault().isEmpty())
                    .thenComparing(header -> header.places().size())
                    .thenComparing(header -> header.firstLine() == header.lastLine());

    private @Nullable Reason refusal;

    /**
     * A table and where its header stands.
     *
     * @param alsoRosters the names of the other tables that have a whole header
     */
    public record Found(Table table, RosterHeader header, List<String> alsoRosters) {}

    private HeaderSearch() {}

    /**
     * The first table with a whole header, or the one that is named.
     *
     * @param sheet null for the first
     * @throws NotARoster if there is none, for the reason why the best was not
     */
    public static Found in(SheetFile file, @Nullable String sheet) throws IOException {
        var search = new HeaderSearch();
        var rosters = new LinkedHashMap<Table, RosterHeader>();
        for (var table : sheet == null ? file.tables() : named(file, sheet)) {
            search.in(table).ifPresent(header -> rosters.put(table, header));
            if (!rosters.isEmpty() && table.name().isEmpty()) {
                break; // the same text, read with other separators
            }
        }
        if (rosters.isEmpty()) {
            throw new NotARoster(search.refusal == null ? HeaderReasons.NO_HEADER : search.refusal);
        }
        var first = rosters.firstEntry();
        return new Found(
                first.getKey(),
                first.getValue(),
                rosters.keySet().stream().skip(1).map(Table::name).toList());
    }

    private static List<Table> named(SheetFile file, String sheet) {
        return List.of(
                file.named(sheet).orElseThrow(() -> new NotARoster(HeaderReasons.NO_SUCH_SHEET)));
    }

    private Optional<RosterHeader> in(Table table) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try {
            table.read(row -> {
                if (!row.blank()) {
                    rows.add(row);
                }
                return rows.size() < ROWS_SEARCHED;
            });
        } catch (NotARoster e) {
            remember(e.reason());
        }
        var best = candidates(rows).stream().max(BEST);
        best.flatMap(RosterHeader::fault).ifPresent(this::remember);
        return best.filter(header -> header.fault().isEmpty());
    }

    /** What is wrong with an earlier table is told, for it is likelier the one meant. */
    private void remember(Reason why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    private static List<RosterHeader> candidates(List<SheetRow> rows) {
        var candidates = new ArrayList<RosterHeader>();
        for (int row = 0; row < rows.size(); row++) {
            candidates.add(HeaderReading.one(rows.get(row)));
            if (row + 1 < rows.size() && rows.get(row + 1).line() == rows.get(row).line() + 1) {
                candidates.add(HeaderReading.two(rows.get(row), rows.get(row + 1)));
            }
        }
        return candidates.stream().filter(header -> header.has(RosterColumn.NAME)).toList();
    }
}
