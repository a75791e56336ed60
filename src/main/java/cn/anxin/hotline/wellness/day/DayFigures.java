package cn.anxin.hotline.wellness.day;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people were reached, and why not: the figures behind a round's totals. Any thread. */
@Component
public class DayFigures {
    /** Of the results of attempts, those that use up nobody's. */
    private static final Set<String> OUR_LINES =
            Set.of("CUT_OFF", "CONGESTION", "LINE_FAULT", "LOST", "NOT_PLACED");

    private final JdbcClient jdbc;

    public DayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param attempts that rang, or were meant to and met a fault of our own line
     * @param outcomes how many attempts came to what
     * @param lineFaults how many of them were our own line's doing, and count as nobody's silence
     * @param maybeMachines answered by something rather than somebody, as far as can be told
     * @param confirmedAtAttempt how many people said that they are well at their first, second …
     *     attempt
     * @param evidence how many checks ended by which kind of evidence
     * @param notReached of those who became an incident or are still open, what their last attempt
     *     came to; {@code NONE} if there was no attempt
     * @param incidents of those who became an incident, how it stands: its outcome if it is
     *     settled, else its state
     */
    public record Figures(
            int attempts,
            Map<String, Integer> outcomes,
            int lineFaults,
            int maybeMachines,
            Map<Integer, Integer> confirmedAtAttempt,
            Map<String, Integer> evidence,
            Map<String, Integer> notReached,
            Map<String, Integer> incidents) {}

    /** Of a round, daily or extra. */
    public Figures ofRound(long round) {
        return of(DayRows.live(round));
    }

    Figures of(DayRows rows) {
        var outcomes =
                counts(
                        rows,
                        """
                        select result as what, count(*) as how_many
                        from person_day cross join unnest(attempts) as result
                        group by what order by what
                        """);
        return new Figures(
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                outcomes,
                outcomes.entrySet().stream()
                        .filter(outcome -> OUR_LINES.contains(outcome.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                rows.query(jdbc, "select coalesce(sum(maybe_machines), 0) from person_day")
                        .query(Integer.class)
                        .single(),
                confirmedAtAttempt(rows),
                counts(
                        rows,
                        """
                        select method as what, count(*) as how_many
                        from person_day where method is not null
                        group by what order by what
                        """),
                counts(
                        rows,
                        """
                        select coalesce(attempts[cardinality(attempts)], 'NONE') as what,
                            count(*) as how_many
                        from person_day where standing in ('ESCALATED', 'OPEN')
                        group by what order by what
                        """),
                counts(
                        rows,
                        """
                        select coalesce(outcome, incident_state) as what, count(*) as how_many
                        from person_day where incident_id is not null
                        group by what order by what
                        """));
    }

    private Map<Integer, Integer> confirmedAtAttempt(DayRows rows) {
        var byAttempt = new LinkedHashMap<Integer, Integer>();
        counts(
                        rows,
                        """
                        select lpad(attempts_made::text, 4, '0') as what, count(*) as how_many
                        from person_day
                        where standing = 'CONFIRMED' and method = 'KEY'
                        group by what order by what
                        """)
                .forEach((attempt, people) -> byAttempt.put(Integer.valueOf(attempt), people));
        return byAttempt;
    }

    private Map<String, Integer> counts(DayRows rows, String sql) {
        var counts = new LinkedHashMap<String, Integer>();
        RowCallbackHandler count = row -> counts.put(row.getString("what"), row.getInt("how_many"));
        rows.query(jdbc, sql).query(count);
        return counts;
    }
}
