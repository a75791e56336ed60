package cn.anxin.hotline.people;

import cn.anxin.hotline.call.HotlineSettings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was alone only for a time that is over, by the town's day and the database's clock: somebody
 * has to say whether it goes on. Any thread.
 */
@Component
public class EndedAlone {
    private static final String ENDED =
            """
            from person
            where enrolled and alone_until < (clock_timestamp() at time zone :zone)::date
            """;

    private final JdbcClient jdbc;
    private final HotlineSettings hotline;

    EndedAlone(JdbcClient jdbc, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.hotline = hotline;
    }

    /**
     * @param version to be sent with a change
     * @param until the last day
     * @param rung whether they are rung all the same, for another reason
     */
    public record Ended(long personId, int version, LocalDate until, boolean rung) {}

    /** The longest ago first. */
    public List<Ended> list(int limit) {
        return jdbc.sql(
                        """
                        select id as person_id, version, alone_until as until,
                            exists (select from person_category
                                where person_id = person.id and category <> :alone) as rung
                        """
                                + ENDED
                                + "order by alone_until, id limit :limit")
                .param("zone", hotline.zone().getId())
                .param("alone", Category.TEMPORARILY_ALONE.code())
                .param("limit", limit)
                .query(Ended.class)
                .list();
    }

    public int count() {
        return jdbc.sql("select count(*) " + ENDED)
                .param("zone", hotline.zone().getId())
                .query(Integer.class)
                .single();
    }
}
