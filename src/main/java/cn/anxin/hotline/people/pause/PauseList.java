package cn.anxin.hotline.people.pause;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the pauses as they stand today. Any thread. */
@Component
public class PauseList {
    private static final int LARGEST_PAGE = 500;
    private static final String PAUSE =
            """
            select * from (
                select pause.*,
                    case when acknowledged_at is not null then 'CLOSED'
                        when back_on <= today.day then 'ENDED'
                        when begins_on <= today.day then 'RUNNING'
                        else 'PLANNED' end as state
                from pause
                cross join (select (clock_timestamp() at time zone :zone)::date as day) as today
            ) as pause
            """;

    /** One that nobody knows of has begun before it ends, or was ended early and is known. */
    private static final String ENDING =
            "where acknowledged_at is null and back_on <= :tomorrow and begins_on < :tomorrow ";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final HotlineSettings hotline;

    public PauseList(JdbcClient jdbc, Seal seal, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.hotline = hotline;
    }

    public Optional<Pause> find(long id) {
        return jdbc.sql(PAUSE + "where id = :id")
                .param("zone", hotline.zone().getId())
                .param("id", id)
                .query((row, _) -> pause(row))
                .optional();
    }

    /**
     * The latest first.
     *
     * @param states empty for all
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first
     * @param limit 1 to 500; more gives 500
     */
    public List<Pause> page(Collection<PauseState> states, long before, int limit) {
        return jdbc.sql(
                        PAUSE
                                + """
                                where id < :before and (:all or state = any (:states))
                                order by id desc
                                limit :limit
                                """)
                .param("zone", hotline.zone().getId())
                .param("before", before)
                .param("all", states.isEmpty())
                .param("states", states.stream().map(PauseState::name).toArray(String[]::new))
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query((row, _) -> pause(row))
                .list();
    }

    /**
     * Those that have ended, or whose last day is today, and of which nobody has said that they
     * know; the longest ago first.
     */
    public List<Pause> ending(int limit) {
        return jdbc.sql(PAUSE + ENDING + "order by back_on, id limit :limit")
                .param("zone", hotline.zone().getId())
                .param("tomorrow", today().plusDays(1))
                .param("limit", limit)
                .query((row, _) -> pause(row))
                .list();
    }

    public int endingCount() {
        return jdbc.sql("select count(*) from pause " + ENDING)
                .param("tomorrow", today().plusDays(1))
                .query(Integer.class)
                .single();
    }

    /** The town's, by the database's clock. */
    LocalDate today() {
        return jdbc.sql("select (clock_timestamp() at time zone :zone)::date")
                .param("zone", hotline.zone().getId())
                .query(LocalDate.class)
                .single();
    }

    /**
     * @param but the pause that may
     */
    boolean overlaps(long personId, LocalDate beginsOn, LocalDate backOn, long but) {
        return jdbc.sql(
                        """
                        select exists (select from pause
                            where person_id = :person and id <> :but
                                and begins_on < :backOn and back_on > :beginsOn)
                        """)
                .param("person", personId)
                .param("but", but)
                .param("beginsOn", beginsOn)
                .param("backOn", backOn)
                .query(Boolean.class)
                .single();
    }

    private Pause pause(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Pause(
                id,
                row.getLong("person_id"),
                PauseState.valueOf(row.getString("state")),
                row.getObject("begins_on", LocalDate.class),
                row.getObject("back_on", LocalDate.class),
                row.getString("owner"),
                PauseReason.valueOf(row.getString("reason")),
                seal.openText(PeopleColumns.PAUSE_REMARK, id, row.getBytes("remark")),
                acknowledged == null ? null : acknowledged.toInstant(),
                row.getString("acknowledged_by"));
    }
}
