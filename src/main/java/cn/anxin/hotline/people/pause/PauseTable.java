package cn.anxin.hotline.people.pause;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.Seal;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes pauses, whoever decided them; in the transaction of who does. Any thread. */
@Component
class PauseTable {
    private final JdbcClient jdbc;
    private final Seal seal;
    private final PauseSettings settings;
    private final HotlineSettings hotline;

    PauseTable(JdbcClient jdbc, Seal seal, PauseSettings settings, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.settings = settings;
        this.hotline = hotline;
    }

    /** Two who pause one person come one after the other. Whether they are enrolled. */
    Optional<Boolean> lockPerson(long id) {
        return jdbc.sql("select enrolled from person where id = :id for update")
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }

    long insert(Pauses.Wish wish, Actor owner) {
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

    void move(long id, LocalDate backOn) {
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
    }

    /** One that has not begun yet never was. */
    void end(long id, LocalDate today) {
        jdbc.sql("update pause set back_on = greatest(begins_on, :today) where id = :id")
                .param("today", today)
                .param("id", id)
                .update();
    }

    /** Somebody knows of its end. */
    void close(long id, Actor by) {
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
}
