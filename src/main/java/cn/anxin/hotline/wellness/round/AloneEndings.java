package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.MaskedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 临时独居到期: who is rung only because they are alone for a time, and whose time ends. They leave the
 * round by themselves; whether they are still alone, somebody has to ask. A line vanishes when
 * their record is changed (another day, no day, or out of the roster), or a week after the day.
 * Reads only; any thread.
 */
@Component
public class AloneEndings {
    private static final int LARGEST_PAGE = 500;

    /**
     * Enrolled, cared for no other reason, and near the day; of {@code person} and {@code town}.
     */
    static final String NEAR =
            """
            person.enrolled and person.alone_until between town.today - 7 and town.today + 1
            and not exists (select from person_category
                where person_category.person_id = person.id and category <> 'TEMPORARILY_ALONE')
            """;

    static final String WHEN =
            """
            case when person.alone_until > town.today then 'TOMORROW'
                when person.alone_until = town.today then 'TODAY'
                else 'OVER' end
            """;

    private final JdbcClient jdbc;
    private final HotlineSettings hotline;

    public AloneEndings(JdbcClient jdbc, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.hotline = hotline;
    }

    public enum When {
        /** They are rung for the last time tomorrow. */
        TOMORROW,
        /** They are rung for the last time today. */
        TODAY,
        /** They are rung no more. */
        OVER
    }

    /**
     * @param name masked
     * @param owner who entered the day, as the journal names them; null if that is not known
     */
    public record AloneEnding(
            long personId,
            String name,
            String committee,
            LocalDate aloneUntil,
            When when,
            @Nullable String owner) {

        @Override
        public String toString() {
            return "AloneEnding[" + personId + "]";
        }
    }

    /**
     * For the duty screen, by day.
     *
     * @param limit 1 to 500; more gives 500
     */
    public List<AloneEnding> list(int limit) {
        return jdbc.sql(
                        """
                        with town as (select (clock_timestamp() at time zone :zone)::date as today)
                        select person.id, person.name, committee.name as committee, alone_until,
                            %s as at, (
                                select actor from person_change
                                where person_change.person_id = person.id
                                    and (kind = 'ADDED' or 'alone-until' = any(fields))
                                order by id desc limit 1) as owner
                        from person cross join town
                        join committee on committee.id = committee_id
                        where %s
                        order by alone_until, person.id
                        limit :limit
                        """
                                .formatted(WHEN, NEAR))
                .param("zone", hotline.zone().getId())
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query((row, _) -> ending(row))
                .list();
    }

    private static AloneEnding ending(ResultSet row) throws SQLException {
        return new AloneEnding(
                row.getLong("id"),
                MaskedName.of(row.getString("name")),
                row.getString("committee"),
                row.getObject("alone_until", LocalDate.class),
                When.valueOf(row.getString("at")),
                row.getString("owner"));
    }
}
