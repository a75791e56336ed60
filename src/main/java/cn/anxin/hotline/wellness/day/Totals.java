package cn.anxin.hotline.wellness.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where some people stand, each counted once.
 *
 * @param confirmed by the person's own key or voice
 * @param cleared by a named person
 * @param away known to be elsewhere
 * @param escalated an incident was opened, whether or not it has been settled since
 * @param open being rung, or about to be rung again
 * @param notDue the window has not opened, no check was planned, or the plan rings nobody that day
 */
public record Totals(int confirmed, int cleared, int away, int escalated, int open, int notDue) {

    /** Of a query on {@code standing} with one row a person, grouped or not. */
    static final String COLUMNS =
            """
            count(*) filter (where standing = 'CONFIRMED') as confirmed,
            count(*) filter (where standing = 'CLEARED') as cleared,
            count(*) filter (where standing = 'AWAY') as away,
            count(*) filter (where standing = 'ESCALATED') as escalated,
            count(*) filter (where standing = 'OPEN') as open,
            count(*) filter (where standing = 'NOT_DUE') as not_due
            """;

    /** Of a check {@code c}, which may be missing. */
    static final String STANDING =
            """
            case
                when c.id is null then 'NOT_DUE'
                when c.verdict is not null then c.verdict
                when c.state = 'WAITING' and c.attempts_made = 0 and c.window_opens_at > now()
                    then 'NOT_DUE'
                else 'OPEN'
            end
            """;

    static Totals of(ResultSet row) throws SQLException {
        return new Totals(
                row.getInt("confirmed"),
                row.getInt("cleared"),
                row.getInt("away"),
                row.getInt("escalated"),
                row.getInt("open"),
                row.getInt("not_due"));
    }

    static Totals sum(List<Totals> parts) {
        return new Totals(
                sum(parts, Totals::confirmed),
                sum(parts, Totals::cleared),
                sum(parts, Totals::away),
                sum(parts, Totals::escalated),
                sum(parts, Totals::open),
                sum(parts, Totals::notDue));
    }

    /** How many people. */
    public int sum() {
        return confirmed + cleared + away + escalated + open + notDue;
    }

    private static int sum(List<Totals> parts, ToIntFunction<Totals> part) {
        return parts.stream().mapToInt(part).sum();
    }
}
