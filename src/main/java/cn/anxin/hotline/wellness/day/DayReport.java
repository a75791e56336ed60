package cn.anxin.hotline.wellness;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 每日汇总: where everybody stands on a day. The roster of a day is who is enrolled now and who had a
 * check that day; each of them is counted once, so the totals add up to it by construction. Reads
 * only; any thread.
 */
@Component
public class DayReport {
    private final JdbcClient jdbc;

    public DayReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Day(LocalDate date, int roster, Totals totals, List<Committee> committees) {}

    public record Committee(long id, String name, int roster, Totals totals) {}

    /**
     * @param confirmed by the person's own key
     * @param cleared by a named person
     * @param escalated an incident was opened, whether or not it has been settled since
     * @param open being rung, or about to be rung again
     * @param notDue the window has not opened, or no check was planned
     */
    public record Totals(
            int confirmed, int cleared, int away, int escalated, int open, int notDue) {

        static Totals sum(List<Totals> parts) {
            return new Totals(
                    sum(parts, Totals::confirmed),
                    sum(parts, Totals::cleared),
                    sum(parts, Totals::away),
                    sum(parts, Totals::escalated),
                    sum(parts, Totals::open),
                    sum(parts, Totals::notDue));
        }

        int roster() {
            return confirmed + cleared + away + escalated + open + notDue;
        }

        private static int sum(List<Totals> parts, ToIntFunction<Totals> part) {
            return parts.stream().mapToInt(part).sum();
        }
    }

    /**
     * Committees in the order in which they came into the roster; those without a person in the
     * roster of that day are left out.
     */
    public Day of(LocalDate date) {
        var committees = committees(date);
        var totals = Totals.sum(committees.stream().map(Committee::totals).toList());
        return new Day(date, totals.roster(), totals, committees);
    }

    private List<Committee> committees(LocalDate date) {
        return jdbc.sql(
                        """
                        with standing as (
                            select person.committee_id,
                                case
                                    when c.id is null then 'NOT_DUE'
                                    when c.verdict is not null then c.verdict
                                    when c.state = 'WAITING' and c.attempts_made = 0
                                        and c.window_opens_at > now() then 'NOT_DUE'
                                    else 'OPEN'
                                end as standing
                            from person
                            left join wellness_check c on c.person_id = person.id and c.day = :date
                            where person.enrolled or c.id is not null
                        )
                        select committee.id, committee.name,
                            count(*) filter (where standing = 'CONFIRMED') as confirmed,
                            count(*) filter (where standing = 'CLEARED') as cleared,
                            count(*) filter (where standing = 'AWAY') as away,
                            count(*) filter (where standing = 'ESCALATED') as escalated,
                            count(*) filter (where standing = 'OPEN') as open,
                            count(*) filter (where standing = 'NOT_DUE') as not_due
                        from standing join committee on committee.id = committee_id
                        group by committee.id
                        order by committee.id
                        """)
                .param("date", date)
                .query((row, _) -> {
                    var totals =
                            new Totals(
                                    row.getInt("confirmed"),
                                    row.getInt("cleared"),
                                    row.getInt("away"),
                                    row.getInt("escalated"),
                                    row.getInt("open"),
                                    row.getInt("not_due"));
                    return new Committee(
                            row.getLong("id"), row.getString("name"), totals.roster(), totals);
                })
                .list();
    }
}
