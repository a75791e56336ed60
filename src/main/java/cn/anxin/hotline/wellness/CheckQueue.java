package cn.anxin.hotline.wellness;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose turn it is: highest precedence first, then the window that closes soonest. Checks enter the
 * queue as their time comes, a bounded number at once, so that a claim costs the same whether ten
 * are due or a whole city. Always in the caller's transaction, as its first statement: the time is
 * that of its beginning, for an index serves no bound that moves while it is read.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CheckQueue {
    private final JdbcClient jdbc;

    CheckQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The check to deal with next, locked for the caller: those whose window has closed first. */
    Optional<Check> claimDue() {
        return claimClosed().or(this::claimQueued);
    }

    /** The same among those whose window has closed: they need no channel. */
    Optional<Check> claimClosed() {
        return claim("window_closes_at <= now()", "window_closes_at");
    }

    /** One that may be rung although its part is paused. */
    Optional<Check> claimProbe() {
        return claim("probe_of is not null", "next_action_at");
    }

    private Optional<Check> claimQueued() {
        return claim("queued", "precedence desc, window_closes_at, id");
    }

    /**
     * In the order in which they fell due; of those who do at the same time, by precedence.
     *
     * @return how many entered
     */
    int enter(int atMost) {
        return jdbc.sql(
                        """
                        update wellness_check
                        set queued = true, next_action_at = window_closes_at
                        where id in (
                            select id from wellness_check
                            where state = 'WAITING' and not queued
                                and next_action_at <= now()
                            order by next_action_at, precedence desc
                            limit :most
                            for update skip locked)
                        """)
                .param("most", atMost)
                .update();
    }

    private Optional<Check> claim(String which, String order) {
        return jdbc.sql(
                        Check.SELECT
                                + """
                                where state = 'WAITING' and %s
                                    and not exists (select from attempt
                                        where attempt.person_id = wellness_check.person_id
                                            and ended_at is null)
                                    and not exists (select from escalation_call
                                        where talks_with = wellness_check.person_id)
                                order by %s
                                limit 1
                                for update skip locked
                                """
                                        .formatted(which, order))
                .query(Check.class)
                .optional();
    }
}
