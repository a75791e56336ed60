package cn.anxin.hotline.wellness.day;

import java.time.LocalDate;
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

    /** Of the daily round; all nought if there was none. */
    public Figures of(LocalDate date) {
        return jdbc.sql("select id from round where kind = 'DAILY' and day = :date")
                .param("date", date)
                .query(Long.class)
                .optional()
                .map(this::ofRound)
                .orElseGet(() ->
                        new Figures(0, Map.of(), 0, 0, Map.of(), Map.of(), Map.of(), Map.of()));
    }

    public Figures ofRound(long round) {
        var outcomes =
                counts(
                        round,
                        """
                        select coalesce(result, 'UNDER_WAY') as what, count(*) as how_many
                        from attempt join wellness_check c on c.id = check_id
                        where round_id = :round
                        group by what order by what
                        """);
        return new Figures(
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                outcomes,
                outcomes.entrySet().stream()
                        .filter(outcome -> OUR_LINES.contains(outcome.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                counts(
                                round,
                                """
                                select 'MACHINE' as what, count(*) as how_many
                                from attempt join wellness_check c on c.id = check_id
                                where round_id = :round and maybe_machine
                                """)
                        .getOrDefault("MACHINE", 0),
                confirmedAtAttempt(round),
                counts(
                        round,
                        """
                        select method as what, count(*) as how_many
                        from wellness_check
                        where round_id = :round and method is not null
                        group by what order by what
                        """),
                counts(
                        round,
                        """
                        select coalesce(last.result, 'NONE') as what, count(*) as how_many
                        from wellness_check c left join lateral (
                            select result from attempt where check_id = c.id
                            order by placed_at desc limit 1) as last on true
                        where round_id = :round
                            and (verdict is null or verdict = 'ESCALATED')
                        group by what order by what
                        """),
                counts(
                        round,
                        """
                        select coalesce(outcome, incident.state) as what, count(*) as how_many
                        from wellness_check c join incident on incident.id = incident_id
                        where round_id = :round
                        group by what order by what
                        """));
    }

    private Map<Integer, Integer> confirmedAtAttempt(long round) {
        var byAttempt = new LinkedHashMap<Integer, Integer>();
        counts(
                        round,
                        """
                        select lpad(attempts_made::text, 4, '0') as what, count(*) as how_many
                        from wellness_check
                        where round_id = :round and verdict = 'CONFIRMED' and method = 'KEY'
                        group by what order by what
                        """)
                .forEach((attempt, people) -> byAttempt.put(Integer.valueOf(attempt), people));
        return byAttempt;
    }

    private Map<String, Integer> counts(long round, String sql) {
        var counts = new LinkedHashMap<String, Integer>();
        RowCallbackHandler count = row -> counts.put(row.getString("what"), row.getInt("how_many"));
        jdbc.sql(sql).param("round", round).query(count);
        return counts;
    }
}
