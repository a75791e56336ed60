package cn.anxin.hotline.people.pause;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.people.pause.Paused.Why;
import cn.anxin.hotline.seal.Seal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, moves and ends pauses, each in one transaction with its journal entry. Days are the
 * town's, today by the database's clock. Any thread.
 */
@Component
public class Pauses {
    private final JdbcClient jdbc;
    private final PauseList list;
    private final Journal journal;
    private final Seal seal;
    private final PauseSettings settings;
    private final HotlineSettings hotline;

    public Pauses(
            JdbcClient jdbc,
            PauseList list,
            Journal journal,
            Seal seal,
            PauseSettings settings,
            HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.list = list;
        this.journal = journal;
        this.seal = seal;
        this.settings = settings;
        this.hotline = hotline;
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
        var enrolled = lockPerson(wish.personId());
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
        return done("pause-begun", insert(wish, owner), owner);
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
        jdbc.sql(
                        """
                        update pause
                        set back_on = :backOn,
                            next_action_at = (cast(:backOn as date) + cast(:tell as time)) at time zone :zone
                        where id = :id
                        """)
                .param("backOn", backOn)
                .param("tell", settings.tell())
                .param("zone", hotline.zone().getId())
                .param("id", id)
                .update();
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
        jdbc.sql("update pause set back_on = greatest(begins_on, :today) where id = :id")
                .param("today", list.today())
                .param("id", id)
                .update();
        close(id, by);
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
        close(id, by);
        return done("pause-acknowledged", id, by);
    }

    /** Those of the people who are away on that day. */
    public Set<Long> away(LocalDate day, Collection<Long> people) {
        return jdbc.sql(
                        """
                        select person_id from pause
                        where person_id = any (:people) and begins_on <= :day and back_on > :day
                        """)
                .param("people", people.toArray(Long[]::new))
                .param("day", day)
                .query(Long.class)
                .set();
    }

    private long insert(Wish wish, Actor owner) {
        var id =
                jdbc.sql("select nextval(pg_get_serial_sequence('pause', 'id'))")
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        """
                        insert into pause (id, person_id, begins_on, back_on, owner, reason, remark,
                            next_action_at)
                        overriding system value
                        values (:id, :person, :beginsOn, :backOn, :owner, :reason, :remark,
                            (cast(:backOn as date) + cast(:tell as time)) at time zone :zone)
                        """)
                .param("id", id)
                .param("person", wish.personId())
                .param("beginsOn", wish.beginsOn())
                .param("backOn", wish.backOn())
                .param("owner", owner.value())
                .param("reason", wish.reason().name())
                .param("remark", seal.sealText(PeopleColumns.PAUSE_REMARK, id, wish.remark()))
                .param("tell", settings.tell())
                .param("zone", hotline.zone().getId())
                .update();
        return id;
    }

    private void close(long id, Actor by) {
        jdbc.sql(
                        """
                        update pause
                        set acknowledged_at = clock_timestamp(), acknowledged_by = :by,
                            next_action_at = null
                        where id = :id
                        """)
                .param("by", by.value())
                .param("id", id)
                .update();
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

    /** Two who pause one person come one after the other. Empty if there is nobody. */
    private Optional<Boolean> lockPerson(long id) {
        return jdbc.sql("select enrolled from person where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }

    private Optional<Pause> locked(long id) {
        list.find(id).ifPresent(pause -> lockPerson(pause.personId()));
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
