package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.MaskedName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 每日汇总: where everybody stands on a day, by their daily check. The roster of a day is who had a
 * check that day, and who is enrolled now and was in the roster by then; each of them is counted
 * once, so the totals add up to it by construction. Reads only; any thread.
 */
@Component
public class DayReport {
    private static final String EVERYBODY =
            """
            with standing as (
                select person.id, person.committee_id,
                    %s as standing
                from person
                left join wellness_check c on c.person_id = person.id
                    and c.round_id = (select id from round where kind = 'DAILY' and day = :date)
                where c.id is not null or (person.enrolled and person.created_at < :end)
            )
            """
                    .formatted(Totals.STANDING);

    private final JdbcClient jdbc;
    private final HotlineSettings hotline;

    public DayReport(JdbcClient jdbc, HotlineSettings hotline) {
        this.jdbc = jdbc;
        this.hotline = hotline;
    }

    public record Day(LocalDate date, int roster, Totals totals, List<Committee> committees) {}

    public record Committee(long id, String name, int roster, Totals totals) {}

    /**
     * Those of a category. People are in several, so these do not add up to the roster.
     *
     * @param category its code
     */
    public record Category(String category, int roster, Totals totals) {}

    /**
     * Those paired with a volunteer; backups are not counted.
     *
     * @param name masked
     */
    public record Paired(long volunteerId, String name, int roster, Totals totals) {}

    /**
     * Committees in the order in which they came into the roster; those without a person in the
     * roster of that day are left out.
     */
    public Day of(LocalDate date) {
        var committees =
                query(
                        date,
                        """
                        select committee.id, committee.name, %s
                        from standing join committee on committee.id = committee_id
                        group by committee.id
                        order by committee.id
                        """,
                        (row, _) -> {
                            var totals = Totals.of(row);
                            return new Committee(
                                    row.getLong("id"), row.getString("name"), totals.sum(), totals);
                        });
        var totals = Totals.sum(committees.stream().map(Committee::totals).toList());
        return new Day(date, totals.sum(), totals, committees);
    }

    public List<Category> categories(LocalDate date) {
        return query(
                date,
                """
                select category, %s
                from standing join person_category on person_id = standing.id
                group by category
                order by category
                """,
                (row, _) -> {
                    var totals = Totals.of(row);
                    return new Category(row.getString("category"), totals.sum(), totals);
                });
    }

    /** By volunteer; those without a person in the roster of that day are left out. */
    public List<Paired> volunteers(LocalDate date) {
        return query(
                date,
                """
                select volunteer.id, volunteer.name, %s
                from standing
                join pairing on person_id = standing.id and position = 1
                join volunteer on volunteer.id = volunteer_id
                group by volunteer.id
                order by volunteer.id
                """,
                (row, _) -> {
                    var totals = Totals.of(row);
                    return new Paired(
                            row.getLong("id"),
                            MaskedName.of(row.getString("name")),
                            totals.sum(),
                            totals);
                });
    }

    private <T> List<T> query(LocalDate date, String select, RowMapper<T> mapper) {
        var end = date.plusDays(1).atStartOfDay(hotline.zone()).toInstant();
        return jdbc.sql(EVERYBODY + select.formatted(Totals.COLUMNS))
                .param("date", date)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query(mapper)
                .list();
    }
}
