package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.console.ScreenState.Happening;
import cn.anxin.hotline.console.ScreenState.Town;
import cn.anxin.hotline.escalation.list.IncidentList;
import cn.anxin.hotline.journal.LatestEntries;
import cn.anxin.hotline.journal.LatestEntries.Item;
import cn.anxin.hotline.people.MaskedNames;
import cn.anxin.hotline.wellness.day.DayReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What the database knows of the town at this moment, as much as fits on a screen. */
@Component
class TownView {
    private static final int INCIDENTS = 30;
    private static final int HAPPENINGS = 30;

    /** Of each row of a roster, of each file that had its time, of each message. */
    private static final Set<String> TOO_MANY =
            Set.of("person-added", "person-changed", "recording-deleted", "notice-sent");

    private static final Logger log = LoggerFactory.getLogger(TownView.class);

    private final DayReport days;
    private final IncidentList incidents;
    private final DeskWork work;
    private final LatestEntries journal;
    private final MaskedNames names;
    private final HotlineSettings settings;
    private volatile boolean away;

    TownView(
            DayReport days,
            IncidentList incidents,
            DeskWork work,
            LatestEntries journal,
            MaskedNames names,
            HotlineSettings settings) {
        this.days = days;
        this.incidents = incidents;
        this.work = work;
        this.journal = journal;
        this.names = names;
        this.settings = settings;
    }

    /** Empty while the database is away. */
    Optional<Town> at(Instant now) {
        try {
            var town =
                    new Town(
                            now,
                            days.of(LocalDate.ofInstant(now, settings.zone())),
                            incidents.unsettledCount(),
                            incidents.unsettled(INCIDENTS),
                            work.at(now),
                            happenings());
            away = false;
            return Optional.of(town);
        } catch (DataAccessException e) {
            if (!away) {
                away = true;
                log.warn("Screens stand still until the database is back", e);
            }
            return Optional.empty();
        }
    }

    private List<Happening> happenings() {
        var entries = journal.latest(TOO_MANY, HAPPENINGS);
        var actors = names.ofActors(all(entries, Item::actor));
        var people = names.ofPeople(all(entries, Item::personId));
        var volunteers = names.ofVolunteers(all(entries, Item::calledVolunteer));
        return entries.stream()
                .map(entry ->
                        new Happening(
                                entry.id(),
                                entry.at(),
                                entry.kind(),
                                entry.word(),
                                actors.get(entry.actor()),
                                called(entry, volunteers),
                                name(entry.personId(), people),
                                entry.incidentId(),
                                entry.caseId()))
                .toList();
    }

    private static @Nullable String called(Item entry, Map<Long, String> volunteers) {
        var desk = entry.calledDesk();
        return desk == null ? name(entry.calledVolunteer(), volunteers) : desk;
    }

    private static @Nullable String name(@Nullable Long id, Map<Long, String> names) {
        return id == null ? null : names.get(id);
    }

    private static <T> Set<T> all(List<Item> entries, Function<Item, @Nullable T> part) {
        return entries.stream()
                .map(part)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }
}
