package cn.anxin.hotline.wellness;

import cn.anxin.hotline.duework.Nudges;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens checks before their time, or again; always in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CheckOpening {
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Nudges nudges;

    CheckOpening(JdbcClient jdbc, Nudges nudges) {
        this.jdbc = jdbc;
        this.nudges = nudges;
    }

    /**
     * @param last the highest check looked at
     * @param due how many of them are due now
     */
    public record Opened(long last, int due) {}

    /**
     * Makes the checks of a round due now that have not ended, or whose person was not to be rung;
     * some thousands of them.
     *
     * @param people whose; empty means everybody's
     * @param after the last check of the call before, 0 for the first
     * @param atLeast how long the window is open from now on; it never closes earlier than before
     * @return empty if there are no further checks
     */
    public Optional<Opened> openNow(
            long round, Collection<Long> people, long after, Duration atLeast) {
        var opened =
                jdbc.sql(
                                """
                                with next as (
                                    select c.id, person.enrolled
                                    from wellness_check c join person on person.id = c.person_id
                                    where c.round_id = :round and c.id > :after
                                        and (:everybody or c.person_id = any(:people))
                                    order by c.id limit :most
                                ), opened as (
                                    update wellness_check c
                                    set state = 'WAITING', verdict = null, method = null,
                                        evidence = null, ended_at = null, queued = false,
                                        window_opens_at = least(window_opens_at, clock_timestamp()),
                                        window_closes_at = greatest(
                                            clock_timestamp() + make_interval(secs => :atLeast),
                                            case when verdict is null then window_closes_at end),
                                        next_action_at = clock_timestamp()
                                    from next
                                    where c.id = next.id and next.enrolled
                                        and (c.state = 'WAITING' or c.verdict = 'NOT_DUE')
                                    returning c.id
                                )
                                select (select max(id) from next) as last,
                                    (select count(*) from opened) as due
                                where exists (select from next)
                                """)
                        .param("round", round)
                        .param("after", after)
                        .param("everybody", people.isEmpty())
                        .param("people", people.toArray(Long[]::new))
                        .param("atLeast", atLeast.toMillis() / 1000.0)
                        .param("most", AT_ONCE)
                        .query(Opened.class)
                        .optional();
        nudges.nudge(CheckCalls.NAME);
        return opened;
    }
}
