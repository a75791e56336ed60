package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the round's calls say about the parts they belong to. Joins the caller's transaction. */
@Repository
public class Samples {
    /** Of a person's own calls; older habits say little. */
    private static final int CALLS_REMEMBERED = 20;

    /** How many calls of nobody in particular our first idea of a person is worth. */
    private static final int FIRST_IDEA = 4;

    /** More never change what the sum comes to: it has forgotten them, or rung the alarm before. */
    private static final int MOST_WEIGHED = 200;

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final CommonCauseSettings settings;

    Samples(JdbcClient jdbc, CommonCauseSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A call about to be placed.
     *
     * @param probeOf the alarm whose end it is to find out; null for any other call
     */
    public record Planned(
            CallId call, long check, long person, CallParts parts, @Nullable Long probeOf) {}

    /**
     * A call that has ended.
     *
     * @param alarm that explains it, or whose probe it was
     */
    record Sample(
            String call,
            long check,
            long person,
            CallParts parts,
            double expected,
            Heard heard,
            @Nullable Long alarm) {}

    /** Notes what their own histories let us expect of these calls, as things stand now. */
    public void expect(Collection<Planned> calls) {
        if (calls.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into line_sample (call_id, check_id, person_id, prefix, building,
                            committee, alarm_id, expected)
                        select planned.*, (in_vain + :usually * :idea) / (rung + :idea)
                        from unnest(cast(:calls as text[]), cast(:checks as bigint[]),
                            cast(:people as bigint[]), cast(:prefixes as text[]),
                            cast(:buildings as text[]), cast(:committees as text[]),
                            cast(:alarms as bigint[]))
                            as planned (call, check_id, person, prefix, building, committee, alarm)
                        cross join lateral (
                            select count(*) as rung, count(*) filter (where result in
                                ('NO_ANSWER', 'UNREACHABLE', 'NO_SUCH_NUMBER')) as in_vain
                            from (
                                select result from attempt
                                where person_id = planned.person and ended_at is not null
                                    and result not in
                                        ('CUT_OFF', 'CONGESTION', 'LINE_FAULT', 'LOST', 'NOT_PLACED')
                                order by placed_at desc
                                limit :remembered
                            ) lately
                        ) history
                        """)
                .param("usually", settings.usuallyInVain())
                .param("idea", FIRST_IDEA)
                .param("remembered", CALLS_REMEMBERED)
                .param("calls", each(calls, planned -> planned.call().value(), String[]::new))
                .param("checks", each(calls, Planned::check, Long[]::new))
                .param("people", each(calls, Planned::person, Long[]::new))
                .param("prefixes", each(calls, p -> p.parts().prefix(), String[]::new))
                .param("buildings", each(calls, p -> p.parts().building(), String[]::new))
                .param("committees", each(calls, p -> p.parts().committee(), String[]::new))
                .param("alarms", each(calls, Planned::probeOf, Long[]::new))
                .update();
    }

    private static <T extends @Nullable Object> T[] each(
            Collection<Planned> calls, Function<Planned, T> part, IntFunction<T[]> array) {
        return calls.stream().map(part).toArray(array);
    }

    /** The first word stands. */
    void heard(CallId call, Heard heard) {
        jdbc.sql(
                        """
                        update line_sample set heard = :heard, heard_at = clock_timestamp()
                        where call_id = :call and heard is null
                        """)
                .param("heard", heard.name())
                .param("call", call.value())
                .update();
    }

    /** Nothing was heard of it, and nothing will be. */
    void forget(CallId call) {
        jdbc.sql("delete from line_sample where call_id = :call and heard is null")
                .param("call", call.value())
                .update();
    }

    /** Those that nobody has looked at since they ended; nobody else gets them. */
    List<Sample> takeUnweighed(int limit) {
        return jdbc.sql(
                        """
                        update line_sample set weighed = true
                        where call_id in (
                            select call_id from line_sample
                            where heard is not null and not weighed
                            order by heard_at limit :limit
                            for update skip locked)
                        returning *
                        """)
                .param("limit", limit)
                .query(Samples::sample)
                .list();
    }

    /**
     * The latest call to each person of the part, in the order in which they were placed; without
     * what an alarm explains already, and what was before the part's last alarm ended. Who is
     * reached is heard of sooner than who is not: in the order of their ends, the silent ones of
     * calls placed together would stand in a row.
     */
    List<Sample> unexplained(Part part) {
        var column =
                switch (part.kind()) {
                    case BUILDING -> "building = :scope and";
                    case COMMITTEE -> "committee = :scope and";
                    case PREFIX -> "prefix = :scope and";
                    case TRUNK -> ":scope = '' and";
                };
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (person_id) * from (
                                select * from line_sample
                                where %s heard is not null
                                    and heard_at > (select greatest(
                                        clock_timestamp() - make_interval(secs => :window),
                                        (select max(resumed_at) from alarm
                                         where kind = :kind and scope = :scope)))
                                order by heard_at desc
                                limit :most
                            ) lately
                            where alarm_id is null
                            order by person_id, heard_at desc
                        ) last_of_each
                        order by placed_at, call_id
                        """
                                .formatted(column))
                .param("scope", part.scope())
                .param("kind", part.kind().name())
                .param("window", settings.window().toMillis() / 1000.0)
                .param("most", MOST_WEIGHED)
                .query(Samples::sample)
                .list();
    }

    void explain(Collection<Sample> samples, long alarm) {
        jdbc.sql("update line_sample set alarm_id = :alarm where call_id = any(:calls)")
                .param("alarm", alarm)
                .param("calls", samples.stream().map(Sample::call).toArray(String[]::new))
                .update();
    }

    /** What was heard of the alarm's part since it was opened, oldest first. */
    List<Sample> sinceOpened(long alarm) {
        return jdbc.sql(
                        """
                        select line_sample.* from line_sample join alarm on alarm.id = alarm_id
                        where alarm_id = :alarm and heard_at > opened_at
                        order by heard_at
                        """)
                .param("alarm", alarm)
                .query(Samples::sample)
                .list();
    }

    /** At most so many; the next sweep takes more. */
    void forgetOld(int limit) {
        jdbc.sql(
                        """
                        delete from line_sample where call_id in (
                            select call_id from line_sample
                            where placed_at < (select clock_timestamp() - make_interval(secs => :kept))
                            order by placed_at limit :limit)
                        """)
                .param("kept", KEPT.toSeconds())
                .param("limit", limit)
                .update();
    }

    private static Sample sample(ResultSet row, int number) throws SQLException {
        return new Sample(
                row.getString("call_id"),
                row.getLong("check_id"),
                row.getLong("person_id"),
                new CallParts(
                        row.getString("prefix"),
                        row.getString("building"),
                        row.getString("committee")),
                row.getDouble("expected"),
                Heard.valueOf(row.getString("heard")),
                row.getObject("alarm_id", Long.class));
    }
}
