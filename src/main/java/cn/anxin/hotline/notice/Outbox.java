package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.Message;
import cn.anxin.hotline.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices that wait to be sent, and those whose sender has not been heard of for too long. */
@Component
class Outbox {
    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * A notice in the hands of one attempt.
     *
     * @param attempt counts from 1; only the last one begun is believed when it says that it failed
     * @param until when somebody else may take it up
     */
    record Claimed(long id, int attempt, Instant until, Sealed sealed) {}

    /** Opened only by who sends it: a value that does not open is no reason to claim nothing. */
    record Sealed(
            UUID messageId,
            String kind,
            Urgency urgency,
            String title,
            byte[] words,
            byte @Nullable [] number,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            Instant postedAt) {}

    /**
     * The most urgent that are due, and of those the longest due; theirs is the channel for so
     * long. As the first statement of the caller's transaction: the time is that of its beginning,
     * for an index serves no bound that moves while it is read.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Claimed> claim(String channel, int most, Duration lease) {
        var until = clock.instant().plus(lease);
        return jdbc.sql(
                        """
                        with due as materialized (
                            select id from notice
                            where channel = :channel and next_action_at <= now()
                                and stale_at > now()
                                and not exists (select from notice_channel
                                    where name = :channel and rests_until > now())
                            order by precedence, next_action_at
                            limit :most
                            for update skip locked)
                        update notice
                        set state = 'SENDING', attempts = attempts + 1,
                            next_action_at = now() + make_interval(secs => :lease)
                        from due where notice.id = due.id
                        returning notice.*
                        """)
                .param("channel", channel)
                .param("most", most)
                .param("lease", lease.toMillis() / 1000.0)
                .query((row, _) -> claimed(row, until))
                .list();
    }

    private static Claimed claimed(ResultSet row, Instant until) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                row.getInt("attempts"),
                until,
                new Sealed(
                        row.getObject("message_id", UUID.class),
                        row.getString("kind"),
                        Urgency.valueOf(row.getString("urgency")),
                        row.getString("title"),
                        row.getBytes("words"),
                        row.getBytes("number"),
                        row.getObject("person_id", Long.class),
                        row.getObject("incident_id", Long.class),
                        row.getObject("case_id", Long.class),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant()));
    }

    /**
     * @throws cn.anxin.hotline.seal.WrongSeal if it was changed in the database
     */
    Message open(Claimed claimed) {
        var notice = claimed.sealed();
        var number = notice.number();
        return new Message(
                notice.messageId(),
                notice.kind(),
                notice.urgency(),
                notice.title(),
                seal.open(NoticeColumns.WORDS, claimed.id(), notice.words()),
                number == null ? null : seal.openNumber(NoticeColumns.NUMBER, claimed.id(), number),
                notice.personId(),
                notice.incidentId(),
                notice.caseId(),
                notice.postedAt());
    }
}
