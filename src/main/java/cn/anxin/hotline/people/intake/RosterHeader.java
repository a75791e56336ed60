package cn.anxin.hotline.people.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file means what.
 *
 * @param width how many cells a row has
 * @param places from 0
 * @param written the headers as the file has them
 */
record RosterHeader(
        int width, Map<RosterColumn, Integer> places, Map<RosterColumn, String> written) {

    /**
     * Empty if this row is no header.
     *
     * @throws NotARoster if it is one, but a column is missing or there twice
     */
    static Optional<RosterHeader> read(List<String> cells) {
        var places = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
        var written = new EnumMap<RosterColumn, String>(RosterColumn.class);
        for (int place = 0; place < cells.size(); place++) {
            var header = cells.get(place).strip();
            var column = RosterColumn.of(header);
            if (column.isPresent()) {
                if (places.putIfAbsent(column.get(), place) != null) {
                    throw twice(column.get());
                }
                written.put(column.get(), header);
            }
        }
        if (!places.containsKey(RosterColumn.NAME)) {
            return Optional.empty();
        }
        var header = new RosterHeader(cells.size(), places, written);
        header.checkComplete();
        return Optional.of(header);
    }

    boolean has(RosterColumn column) {
        return places.containsKey(column);
    }

    /** The column's header as the file writes it, else as it usually is. */
    String name(RosterColumn column) {
        return written.getOrDefault(column, column.header());
    }

    private void checkComplete() {
        if (!has(RosterColumn.COMMITTEE)) {
            throw missing(RosterColumn.COMMITTEE);
        }
        if (!has(RosterColumn.NUMBER) && !has(RosterColumn.SPARE_NUMBER)) {
            throw missing(RosterColumn.NUMBER);
        }
        checkPair(RosterColumn.VOLUNTEER, RosterColumn.VOLUNTEER_NUMBER);
        checkPair(RosterColumn.BACKUP, RosterColumn.BACKUP_NUMBER);
        if (has(RosterColumn.BACKUP) && !has(RosterColumn.VOLUNTEER)) {
            throw missing(RosterColumn.VOLUNTEER);
        }
    }

    private void checkPair(RosterColumn name, RosterColumn number) {
        if (has(name) != has(number)) {
            throw missing(has(name) ? number : name);
        }
    }

    private static NotARoster missing(RosterColumn column) {
        return new NotARoster(
                "表头里没有“" + column.header() + "”一列",
                "the header lacks the column " + column.header());
    }

    private static NotARoster twice(RosterColumn column) {
        return new NotARoster(
                "表头里“" + column.header() + "”有两列，不知道用哪一列",
                "two columns of the header mean " + column.header());
    }
}
