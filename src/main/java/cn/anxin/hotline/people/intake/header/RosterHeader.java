package cn.anxin.hotline.people.intake.header;

import cn.anxin.hotline.people.intake.report.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column of a file means what.
 *
 * @param firstLine the line, or the first of the two, that it stands in
 * @param width how many cells a row has
 * @param places in the file's order
 * @param ignored the headers that mean nothing to us
 */
public record RosterHeader(
        long firstLine, long lastLine, int width, List<Place> places, List<String> ignored) {

    public RosterHeader {
        places = List.copyOf(places);
        ignored = List.copyOf(ignored);
    }

    public boolean has(RosterColumn column) {
        return places.stream().anyMatch(place -> place.column() == column);
    }

    public Optional<Place> place(RosterColumn column) {
        return places.stream().filter(place -> place.column() == column).findFirst();
    }

    /** In the file's order. */
    public List<Place> places(RosterColumn column) {
        return places.stream().filter(place -> place.column() == column).toList();
    }

    /** Those of the person's own numbers, the usual one first. */
    public List<Place> ownNumbers() {
        return Stream.of(RosterColumn.NUMBER, RosterColumn.SPARE_NUMBER)
                .flatMap(column -> places(column).stream())
                .toList();
    }

    /** The column's header as the file writes it, else as it usually is. */
    public String name(RosterColumn column) {
        return place(column).map(Place::header).orElse(column.header());
    }

    /** Why it is no roster's header. */
    Optional<Reason> fault() {
        return twice().or(() -> missing(RosterColumn.NAME))
                .or(() -> missing(RosterColumn.COMMITTEE))
                .or(() ->
                        ownNumbers().isEmpty()
                                ? missing(RosterColumn.NUMBER)
                                : Optional.<Reason>empty())
                .or(() -> pair(RosterColumn.VOLUNTEER, RosterColumn.VOLUNTEER_NUMBER))
                .or(() -> pair(RosterColumn.BACKUP, RosterColumn.BACKUP_NUMBER))
                .or(() ->
                        has(RosterColumn.BACKUP)
                                ? missing(RosterColumn.VOLUNTEER)
                                : Optional.<Reason>empty());
    }

    private Optional<Reason> twice() {
        var once = EnumSet.noneOf(RosterColumn.class);
        return places.stream()
                .filter(place -> !once.add(place.column()) && !place.column().severalTimes())
                .findFirst()
                .map(place -> HeaderReasons.twice(headers(place.column())));
    }

    private String headers(RosterColumn column) {
        return places(column).stream()
                .map(place -> "“" + place.header() + "”")
                .collect(Collectors.joining("、"));
    }

    private Optional<Reason> pair(RosterColumn name, RosterColumn number) {
        return has(name) == has(number) ? Optional.empty() : missing(has(name) ? number : name);
    }

    private Optional<Reason> missing(RosterColumn column) {
        return has(column) ? Optional.empty() : Optional.of(HeaderReasons.missing(column));
    }
}
