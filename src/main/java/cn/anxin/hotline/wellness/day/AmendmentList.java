package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.people.MaskedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become another of a day since it was kept. Reads only; any thread. */
@Component
public class AmendmentList {
    private final JdbcClient jdbc;

    public AmendmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name masked
     * @param at when it became so; it was noted at {@code notedAt}
     * @param by who stands for it, as the journal names them
     * @param why the kind of evidence, or {@code INCIDENT_OPENED}, {@code INCIDENT_SETTLED}, {@code
     *     WAITS_AGAIN}, {@code LEFT_THE_ROSTER}, {@code CHECK_REMOVED}
     * @param evidence where it can be looked up
     * @param before null: they came into the day's roster later
     * @param leftRoster whether they left the roster on that day; the day counts them all the same
     */
    public record Amendment(
            long id,
            long personId,
            String name,
            String committee,
            Instant at,
            Instant notedAt,
            String by,
            String why,
            @Nullable String evidence,
            @Nullable Stand before,
            Stand after,
            boolean leftRoster) {

        @Override
        public String toString() {
            return "Amendment[" + id + "]";
        }
    }

    /**
     * @param outcome of their incident; null until it is settled
     */
    public record Stand(String standing, @Nullable String outcome) {}

    /**
     * How a kept day would read now.
     *
     * @param amendments how many there are
     * @param left how many left the roster on that day after it was kept; the day counts them all
     *     the same
     */
    public record Amended(int roster, Totals totals, int amendments, int left) {}

    /**
     * In the order in which they were noted.
     *
     * @param record the day's own
     * @param after the last id of the page before, 0 for the first
     */
    public List<Amendment> page(long record, long after, int limit) {
        return jdbc.sql(
                        """
                        select day_amendment.*, person.name, committee.name as committee
                        from day_amendment
                        join person on person.id = person_id
                        join committee on committee.id = committee_id
                        where record_id = :record and day_amendment.id > :after
                        order by day_amendment.id
                        limit :limit
                        """)
                .param("record", record)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> amendment(row))
                .list();
    }

    public Amended amended(long record) {
        return jdbc.sql(
                        """
                        with amended as (
                            select distinct on (person_id) * from day_amendment
                            where record_id = :record
                            order by person_id, id desc
                        ), person_day as (
                            select coalesce(standing_after, standing) as standing,
                                left_roster and enrolled as left_since
                            from (select * from day_record_person where record_id = :record) as kept
                            full join amended on amended.person_id = kept.person_id
                        )
                        select %s,
                            (select count(*) from day_amendment where record_id = :record)
                                as amendments,
                            count(*) filter (where left_since) as left_since
                        from person_day
                        """
                                .formatted(Totals.COLUMNS))
                .param("record", record)
                .query((row, _) -> {
                    var totals = Totals.of(row);
                    return new Amended(
                            totals.sum(),
                            totals,
                            row.getInt("amendments"),
                            row.getInt("left_since"));
                })
                .single();
    }

    private static Amendment amendment(ResultSet row) throws SQLException {
        var before = row.getString("standing_before");
        return new Amendment(
                row.getLong("id"),
                row.getLong("person_id"),
                MaskedName.of(row.getString("name")),
                row.getString("committee"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("by_whom"),
                row.getString("why"),
                row.getString("evidence"),
                before == null ? null : new Stand(before, row.getString("outcome_before")),
                new Stand(row.getString("standing_after"), row.getString("outcome_after")),
                row.getBoolean("left_roster"));
    }
}
