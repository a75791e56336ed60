package cn.anxin.hotline.escalation;

import static java.util.stream.Collectors.toSet;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.escalation.World.CallRow;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.OpenCallRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link EscalationCalls} asks of PostgreSQL, of a {@link World}. Since nothing happens at the
 * same time here, nobody may ever run into the table's unique indexes: who does would have rung
 * somebody twice.
 */
final class PaperCalls extends EscalationCalls {
    private final Supplier<World> world;
    private final OpenCallRows open = new Open();

    PaperCalls(Supplier<World> world) {
        super(PaperRooms.nobodyAsks());
        this.world = world;
    }

    private List<CallRow> rows() {
        return world.get().calls;
    }

    private Stream<CallRow> rows(CallId call) {
        return rows().stream().filter(row -> row.call().equals(call));
    }

    private boolean change(Predicate<CallRow> which, UnaryOperator<CallRow> how) {
        var any = rows().stream().anyMatch(which);
        rows().replaceAll(row -> which.test(row) ? how.apply(row) : row);
        return any;
    }

    @Override
    OpenCallRows open() {
        return open;
    }

    @Override
    boolean intend(
            CallId call,
            long incidentId,
            int step,
            Contact contact,
            Kind kind,
            boolean leads,
            Duration deadline) {
        var now = world.get().now;
        if (leads && rows().stream().anyMatch(row -> isOpenTo(row, contact.actor()))) {
            throw new AssertionError(contact.actor() + " has two live calls");
        }
        if (kind == Kind.SUMMON
                && rows().stream().anyMatch(row -> isOf(row, incidentId, step, contact.actor()))) {
            throw new AssertionError(
                    "step %d of %d rings %s twice".formatted(step, incidentId, contact.actor()));
        }
        rows().add(
                        new CallRow(
                                call,
                                incidentId,
                                step,
                                contact,
                                kind,
                                leads,
                                now,
                                now.plus(deadline),
                                false,
                                null,
                                null));
        return true;
    }

    private static boolean isOpenTo(CallRow row, Actor contact) {
        return row.leads() && row.isOpen() && row.contact().actor().equals(contact);
    }

    private static boolean isOf(CallRow row, long incident, int step, Actor contact) {
        return row.kind() == Kind.SUMMON
                && row.incident() == incident
                && row.step() == step
                && row.contact().actor().equals(contact)
                && row.outcome() != CallOutcome.LOST;
    }

    @Override
    boolean join(CallId call, long incidentId, int step) {
        var ringing = rows(call).filter(row -> row.isOpen() && !row.answered()).findFirst();
        if (ringing.isEmpty() || rows(call).anyMatch(row -> row.incident() == incidentId)) {
            return false;
        }
        var row = ringing.get();
        if (rows().stream().anyMatch(one -> isOf(one, incidentId, step, row.contact().actor()))) {
            throw new AssertionError("step %d of %d rings twice".formatted(step, incidentId));
        }
        rows().add(
                        new CallRow(
                                call,
                                incidentId,
                                step,
                                row.contact(),
                                row.kind(),
                                false,
                                row.placedAt(),
                                row.deadlineAt(),
                                false,
                                null,
                                null));
        return true;
    }

    @Override
    List<Row> of(CallId call) {
        return rows(call).map(PaperCalls::row).toList();
    }

    @Override
    List<Row> openOf(CallId call) {
        return rows(call).filter(CallRow::isOpen).map(PaperCalls::row).toList();
    }

    private static Row row(CallRow row) {
        return new Row(
                row.call(),
                row.incident(),
                row.step(),
                row.contact().actor(),
                row.contact().role(),
                row.kind());
    }

    @Override
    void answered(CallId call) {
        change(
                row -> row.call().equals(call) && !row.answered(),
                row -> with(row, true, row.answer(), row.outcome()));
    }

    @Override
    void keyed(CallId call, long incident, KeyAnswer answer) {
        change(
                row -> row.call().equals(call) && row.incident() == incident,
                row -> with(row, row.answered(), answer, row.outcome()));
    }

    @Override
    boolean end(CallId call, long incident, CallOutcome outcome) {
        return change(
                row -> row.call().equals(call) && row.incident() == incident && row.isOpen(),
                row -> with(row, row.answered(), row.answer(), outcome));
    }

    private static CallRow with(
            CallRow row,
            boolean answered,
            @Nullable KeyAnswer answer,
            @Nullable CallOutcome outcome) {
        return new CallRow(
                row.call(),
                row.incident(),
                row.step(),
                row.contact(),
                row.kind(),
                row.leads(),
                row.placedAt(),
                row.deadlineAt(),
                answered,
                answer,
                outcome);
    }

    @Override
    void takeBack(CallId call, long incident) {
        rows().removeIf(row ->
                row.call().equals(call) && row.incident() == incident && row.isOpen());
    }

    @Override
    List<CallId> ringingInVain(int limit) {
        return calls(row -> row.isOpen() && row.kind() == Kind.SUMMON)
                .filter(call ->
                        rows(call)
                                .filter(CallRow::isOpen)
                                .allMatch(row -> !row.answered() && isOver(row.incident())))
                .limit(limit)
                .toList();
    }

    private boolean isOver(long incident) {
        return !world.get().incident(incident).course().looksForSomebody();
    }

    private Stream<CallId> calls(Predicate<CallRow> which) {
        return rows().stream().filter(which).map(CallRow::call).distinct();
    }

    @Override
    Set<Actor> onCall() {
        return rows().stream()
                .filter(CallRow::isOpen)
                .map(row -> row.contact().actor())
                .collect(toSet());
    }

    @Override
    Optional<CallId> ringingWithAList(Actor contact, int shorterThan) {
        Predicate<CallRow> rings =
                row ->
                        row.isOpen()
                                && !row.answered()
                                && row.kind() == Kind.SUMMON
                                && row.contact().actor().equals(contact);
        return calls(rings)
                .filter(call -> rows(call).filter(rings).count() < shorterThan)
                .filter(call -> rows(call).filter(rings).allMatch(row -> isListed(row.incident())))
                .findFirst();
    }

    private boolean isListed(long incident) {
        return world.get().incident(incident).course().severity().isListed();
    }

    @Override
    boolean isOpen(CallId call) {
        return rows(call).anyMatch(CallRow::isOpen);
    }

    @Override
    boolean wasLostBefore(Row lost) {
        return rows().stream()
                .anyMatch(row ->
                        row.incident() == lost.incidentId()
                                && row.step() == lost.step()
                                && row.contact().actor().equals(lost.contact())
                                && row.kind() == lost.kind()
                                && row.outcome() == CallOutcome.LOST
                                && !row.call().equals(lost.call()));
    }

    @Override
    Past past(long incidentId, int step) {
        var declined = new HashSet<Actor>();
        var rung = new HashSet<Actor>();
        for (var row : rows()) {
            if (row.incident() == incidentId) {
                if (row.answer() == KeyAnswer.DECLINED) {
                    declined.add(row.contact().actor());
                }
                if (isOf(row, incidentId, step, row.contact().actor())) {
                    rung.add(row.contact().actor());
                }
            }
        }
        return new Past(declined, rung);
    }

    @Override
    Set<Actor> rungOften(List<Actor> contacts, int times) {
        var since = world.get().now.minus(Duration.ofHours(24));
        return contacts.stream()
                .filter(contact ->
                        calls(row ->
                                        row.kind() == Kind.SUMMON
                                                && row.contact().actor().equals(contact)
                                                && row.placedAt().isAfter(since))
                                        .count()
                                >= times)
                .collect(toSet());
    }

    private final class Open extends OpenCallRows {
        Open() {
            super(PaperRooms.nobodyAsks(), "escalation_call");
        }

        @Override
        public List<CallId> overdue(int limit) {
            var now = world.get().now;
            return rows().stream()
                    .filter(row -> row.isOpen() && !row.deadlineAt().isAfter(now))
                    .map(CallRow::call)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<CallId> placedBefore(Instant instant) {
            return rows().stream()
                    .filter(row -> row.isOpen() && row.placedAt().isBefore(instant))
                    .map(CallRow::call)
                    .toList();
        }

        @Override
        public void keepOpen(CallId call, Duration longest) {
            var until = world.get().now.plus(longest);
            change(
                    row -> row.call().equals(call) && row.isOpen(),
                    row ->
                            new CallRow(
                                    row.call(),
                                    row.incident(),
                                    row.step(),
                                    row.contact(),
                                    row.kind(),
                                    row.leads(),
                                    row.placedAt(),
                                    until,
                                    row.answered(),
                                    row.answer(),
                                    row.outcome()));
        }
    }
}
