package cn.anxin.hotline.people.pause;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.pause.Paused.Why;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, moves and ends pauses, each in one transaction with its journal entry. Days are the
 * town's, today by the database's clock. Any thread.
 */
@Component
public class Pauses {
    private final PauseTable table;
    private final PauseList list;
    private final Journal journal;
    private final PauseSettings settings;

    Pauses(PauseTable table, PauseList list, Journal journal, PauseSettings settings) {
        this.table = table;
        this.list = list;
        this.journal = journal;
        this.settings = settings;
    }

    /**
     * What somebody wants to be paused.
     *
     * @param beginsOn today or later
     * @param remark at most 200 characters; may be empty
     */
    public record Wish(
            long personId,
            LocalDate beginsOn,
            LocalDate backOn,
            PauseReason reason,
            String remark) {

        @Override
        public String toString() {
            return "Wish[" + personId + "]";
        }
    }

    /** From today: what a volunteer can say by telephone. */
    @Transactional
    public Paused beginToday(long personId, LocalDate backOn, PauseReason reason, Actor owner) {
        return begin(new Wish(personId, list.today(), backOn, reason, ""), owner);
    }

    /**
     * @param owner somebody with a name, who answers for it
     * @throws IllegalArgumentException if the owner is the service or the interface
     */
    @Transactional
    public Paused begin(Wish wish, Actor owner) {
        requireName(owner);
        var enrolled = table.lockPerson(wish.personId());
        if (enrolled.isEmpty()) {
            return new Paused.Unknown();
        }
        var today = list.today();
        if (!enrolled.get()) {
            return new Paused.Refused(Why.NOT_ENROLLED);
        }
        if (wish.beginsOn().isBefore(today)) {
            return new Paused.Refused(Why.IN_THE_PAST);
        }
        if (!wish.backOn().isAfter(wish.beginsOn())) {
            return new Paused.Refused(Why.BACKWARDS);
        }
        if (isTooLong(wish.beginsOn(), wish.backOn())) {
            return new Paused.Refused(Why.TOO_LONG);
        }
        if (list.overlaps(wish.personId(), wish.beginsOn(), wish.backOn(), 0)) {
            return new Paused.Refused(Why.OVERLAPS);
        }
        return done("pause-begun", table.insert(wish, owner), owner);
    }

    /** They come back on another day; a pause that is over cannot be moved. */
    @Transactional
    public Paused move(long id, LocalDate backOn, Actor by) {
        requireName(by);
        var found = locked(id);
        if (found.isEmpty()) {
            return new Paused.Unknown();
        }
        var pause = found.get();
        var today = list.today();
        if (!isOpen(pause)) {
            return new Paused.Refused(Why.OVER);
        }
        if (!backOn.isAfter(pause.beginsOn()) || !backOn.isAfter(today)) {
            return new Paused.Refused(Why.BACKWARDS);
        }
        var from = pause.beginsOn().isAfter(today) ? pause.beginsOn() : today;
        if (isTooLong(from, backOn)) {
            return new Paused.Refused(Why.TOO_LONG);
        }
        if (list.overlaps(pause.personId(), pause.beginsOn(), backOn, id)) {
            return new Paused.Refused(Why.OVERLAPS);
        }
        table.move(id, backOn);
        return done("pause-moved", id, by);
    }

    /** They are back, or never left: from today on they are rung. Who says so knows it. */
    @Transactional
    public Paused end(long id, Actor by) {
        requireName(by);
        var found = locked(id);
        if (found.isEmpty()) {
            return new Paused.Unknown();
        }
        if (!isOpen(found.get())) {
            return new Paused.Refused(Why.OVER);
        }
        table.end(id, list.today());
        table.close(id, by);
        return done("pause-ended", id, by);
    }

    /** Somebody knows that they are back; the reminders stop. */
    @Transactional
    public Paused acknowledge(long id, Actor by) {
        requireName(by);
        var found = locked(id);
        if (found.isEmpty()) {
            return new Paused.Unknown();
        }
        if (found.get().state() != PauseState.ENDED) {
            return new Paused.Refused(Why.OVER);
        }
        table.close(id, by);
        return done("pause-acknowledged", id, by);
    }

    private Paused done(String kind, long id, Actor by) {
        var pause = list.find(id).orElseThrow();
        journal.write(
                Entry.of(kind, by)
                        .about(pause.personId())
                        .with("pause", Long.toString(id))
                        .with("begins", pause.beginsOn().toString())
                        .with("back", pause.backOn().toString())
                        .with("reason", pause.reason().name()));
        return new Paused.Done(pause);
    }

    private Optional<Pause> locked(long id) {
        list.find(id).ifPresent(pause -> table.lockPerson(pause.personId()));
        return list.find(id);
    }

    private boolean isTooLong(LocalDate from, LocalDate backOn) {
        return backOn.isAfter(from.plusDays(settings.longest().toDays()));
    }

    private static boolean isOpen(Pause pause) {
        return pause.state() == PauseState.PLANNED || pause.state() == PauseState.RUNNING;
    }

    private static void requireName(Actor actor) {
        if (actor.equals(Actor.SYSTEM) || actor.equals(Actor.API)) {
            throw new IllegalArgumentException("a pause needs somebody with a name");
        }
    }
}
