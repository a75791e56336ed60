package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.people.MaskedName;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 每日汇总: where everybody stands on a day, by their daily check. Each of the roster is counted once,
 * so the totals add up to it by construction. Reads only; any thread.
 */
@Component
public class DayReport {
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
     * As things stand now. Committees in the order in which they came into the roster; those
     * without a person in the roster of that day are left out.
     */
    public Day of(LocalDate date) {
        return of(date, live(date));
    }

    Day of(LocalDate date, DayRows rows) {
        var committees =
                query(
                        rows,
                        """
                        select committee_id, committee, %s
                        from person_day
                        group by committee_id, committee
                        order by committee_id
                        """,
                        (row, _) -> {
                            var totals = Totals.of(row);
                            return new Committee(
                                    row.getLong("committee_id"),
                                    row.getString("committee"),
                                    totals.sum(),
                                    totals);
                        });
        var totals = Totals.sum(committees.stream().map(Committee::totals).toList());
        return new Day(date, totals.sum(), totals, committees);
    }

    List<Category> categories(DayRows rows) {
        return query(
                rows,
                """
                select category, %s
                from person_day cross join unnest(categories) as category
                group by category
                order by category
                """,
                (row, _) -> {
                    var totals = Totals.of(row);
                    return new Category(row.getString("category"), totals.sum(), totals);
                });
    }

    /** By volunteer; those without a person in the roster of that day are left out. */
    List<Paired> volunteers(DayRows rows) {
        return query(
                rows,
                """
                select volunteer.id, volunteer.name, %s
                from person_day join volunteer on volunteer.id = volunteer_id
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

    DayRows live(LocalDate date) {
        return DayRows.live(date, hotline.zone());
    }

    private <T> List<T> query(DayRows rows, String select, RowMapper<T> mapper) {
        return rows.query(jdbc, select.formatted(Totals.COLUMNS)).query(mapper).list();
    }
}
