package cn.anxin.hotline.notice;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is remembered of how a channel fares, for all processes. A channel that works costs no
 * write. Any thread.
 */
@Component
class ChannelHealth {
    /** So long after its last failure, a failing gateway is given a chance again. */
    private static final Duration SHUNNED = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    ChannelHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void worked(String channel) {
        jdbc.sql(
                        """
                        update notice_channel set failures = 0, successes = successes + 1
                        where name = :name and (failures > 0 or failing_since is not null)
                        """)
                .param("name", channel)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void failed(String channel, Fault fault) {
        jdbc.sql(
                        """
                        insert into notice_channel as known (name, failures, fault, last_failure_at)
                        values (:name, 1, :fault, clock_timestamp())
                        on conflict (name) do update
                        set failures = known.failures + 1, successes = 0, fault = excluded.fault,
                            last_failure_at = excluded.last_failure_at
                        """)
                .param("name", channel)
                .param("fault", fault.name())
                .update();
    }

    /** Nothing is sent by it for so long. */
    @Transactional(propagation = Propagation.MANDATORY)
    void rest(String channel, Duration length) {
        jdbc.sql(
                        """
                        insert into notice_channel as known (name, rests_until)
                        values (:name, clock_timestamp() + make_interval(secs => :length))
                        on conflict (name) do update
                        set rests_until = greatest(known.rests_until, excluded.rests_until)
                        """)
                .param("name", channel)
                .param("length", length.toMillis() / 1000.0)
                .update();
    }

    /** The first of them that is not failing; where all are, the first. */
    String firstThatWorks(List<String> channels) {
        if (channels.size() == 1) {
            return channels.getFirst();
        }
        var failing =
                Set.copyOf(
                        jdbc.sql(
                                        """
                                        select name from notice_channel
                                        where failing_since is not null
                                            and last_failure_at > now()
                                                - make_interval(secs => :shunned)
                                        """)
                                .param("shunned", SHUNNED.toSeconds())
                                .query(String.class)
                                .list());
        return channels.stream()
                .filter(channel -> !failing.contains(channel))
                .findFirst()
                .orElseGet(channels::getFirst);
    }
}
