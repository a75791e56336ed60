package cn.anxin.hotline.escalation;

import cn.anxin.hotline.escalation.World.CallRow;
import cn.anxin.hotline.escalation.World.Incident;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link IncidentRows} asks of PostgreSQL, of a {@link World}; with the table's own walls. */
final class PaperIncidentRows extends IncidentRows {
    private final Supplier<World> world;
    private final PaperTown town;

    PaperIncidentRows(Supplier<World> world, PaperTown town) {
        super(PaperRooms.nobodyAsks());
        this.world = world;
        this.town = town;
    }

    @Override
    Optional<Kept> claimDue() {
        return due().findFirst().map(this::kept);
    }

    private Stream<Incident> due() {
        return world.get().incidents.stream()
                .filter(incident -> incident.course().isDue(world.get().now))
                .sorted(
                        Comparator.comparing((Incident one) -> one.course().severity())
                                .reversed()
                                .thenComparing(one -> one.course().nextActionAt()));
    }

    @Override
    List<Kept> claimDueBeside(Kept first, Role role, Actor contact, int limit) {
        return due().filter(incident -> incident.id() != first.id())
                .filter(incident -> incident.course().severity().isListed())
                .filter(incident ->
                        Set.of(IncidentState.OPEN, IncidentState.NOTIFYING)
                                .contains(incident.course().state()))
                .filter(incident ->
                        role.isOnDuty()
                                || Stream.of(Role.PAIRED, Role.BACKUP, Role.FAMILY, Role.COMMITTEE)
                                        .anyMatch(any ->
                                                town.isAround(incident.person(), any, contact)))
                .limit(limit)
                .map(this::kept)
                .toList();
    }

    @Override
    Optional<Kept> lock(long id) {
        return Optional.of(kept(world.get().incident(id)));
    }

    @Override
    void putOff(long id, Duration pause) {
        throw new AssertionError("incident " + id + " could not be taken a step on");
    }

    @Override
    void save(long id, Course course, @Nullable Via via) {
        var before = world.get().incident(id);
        var taker = course.taker() == null ? before.takenBy() : course.taker();
        var saved =
                new Incident(id, before.person(), course, taker, via == null ? before.via() : via);
        Laws.holdForARow(saved);
        world.get().put(saved);
    }

    private Kept kept(Incident incident) {
        var course = incident.course();
        var undecided =
                world.get().calls.stream()
                        .filter(call -> call.incident() == incident.id() && call.isUndecided())
                        .map(CallRow::call)
                        .collect(Collectors.toSet());
        return new Kept(
                incident.id(),
                incident.person(),
                new Course(
                        course.severity(),
                        course.state(),
                        course.step(),
                        course.ladderFrom(),
                        undecided,
                        course.taker(),
                        course.handingOver(),
                        course.asked(),
                        course.lapsesAt(),
                        course.nextActionAt()),
                world.get().now);
    }
}
