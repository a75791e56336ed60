package cn.anxin.hotline.notice;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every way in which a notice that was claimed changes its state, always in the caller's
 * transaction. A change that may not follow on the present state changes nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Fates {
    private static final int ANY_ATTEMPT = 0;

    private final JdbcClient jdbc;
    private final Journal journal;

    Fates(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    private record Change(
            NoticeState to,
            int attempt,
            @Nullable Fault fault,
            @Nullable String receipt,
            @Nullable Duration pause) {

        Change(NoticeState to, int attempt, @Nullable Fault fault) {
            this(to, attempt, fault, null, null);
        }
    }

    private record Changed(
            String channel,
            String kind,
            @Nullable Long personId,
            @Nullable Long incidentId,
            @Nullable Long caseId,
            int attempts,
            @Nullable String fault) {}

    /** An attempt that was given up may have got through all the same. */
    boolean sent(long id, @Nullable String receipt) {
        return change(id, new Change(NoticeState.SENT, ANY_ATTEMPT, null, receipt, null))
                .isPresent();
    }

    /** To be tried again after a pause. */
    boolean again(long id, int attempt, Fault fault, Duration pause) {
        return change(id, new Change(NoticeState.PENDING, attempt, fault, null, pause)).isPresent();
    }

    boolean failed(long id, int attempt, Fault fault) {
        return change(id, new Change(NoticeState.FAILED, attempt, fault)).isPresent();
    }

    /** What a delivery report says. */
    boolean reported(long id, boolean delivered) {
        var to =
                delivered
                        ? new Change(NoticeState.DELIVERED, ANY_ATTEMPT, null)
                        : new Change(NoticeState.FAILED, ANY_ATTEMPT, Fault.NOT_DELIVERED);
        return change(id, to).isPresent();
    }

    /** Nobody needs it any more. */
    boolean stale(long id) {
        return change(id, new Change(NoticeState.STALE, ANY_ATTEMPT, null)).isPresent();
    }

    private Optional<Changed> change(long id, Change change) {
        var pause = change.pause();
        var fault = change.fault();
        var changed =
                jdbc.sql(
                                """
                                update notice
                                set state = :to,
                                    next_action_at = clock_timestamp()
                                        + make_interval(secs => cast(:pause as double precision)),
                                    sent_at = case when :to = 'SENT' then clock_timestamp()
                                        else sent_at end,
                                    ended_at = case when :to <> 'PENDING'
                                        then clock_timestamp() end,
                                    fault = coalesce(:fault, fault),
                                    receipt = coalesce(:receipt, receipt)
                                where id = :id and state = any(:from)
                                    and (:attempt = 0 or attempts = :attempt)
                                returning channel, kind, person_id, incident_id, case_id, attempts,
                                    fault
                                """)
                        .param("to", change.to().name())
                        .param("pause", pause == null ? null : pause.toMillis() / 1000.0)
                        .param("fault", fault == null ? null : fault.name())
                        .param("receipt", change.receipt())
                        .param("id", id)
                        .param("from", names(change.to()))
                        .param("attempt", change.attempt())
                        .query(Changed.class)
                        .optional();
        changed.ifPresent(notice -> write(id, change.to(), notice));
        return changed;
    }

    private static String[] names(NoticeState to) {
        return to.before().stream().map(Enum::name).toArray(String[]::new);
    }

    private void write(long id, NoticeState to, Changed notice) {
        var kind =
                switch (to) {
                    case SENT -> "notice-sent";
                    case FAILED -> "notice-failed";
                    case STALE -> "notice-stale";
                    case PENDING, SENDING, DELIVERED -> null;
                };
        if (kind == null) {
            return;
        }
        var entry =
                Entry.of(kind, Actor.SYSTEM)
                        .about(notice.personId())
                        .with("notice", Long.toString(id))
                        .with("channel", notice.channel())
                        .with("kind", notice.kind())
                        .with("attempts", Integer.toString(notice.attempts()));
        var fault = notice.fault();
        if (to != NoticeState.SENT && fault != null) {
            entry = entry.with("cause", fault);
        }
        var incident = notice.incidentId();
        if (incident != null) {
            entry = entry.inIncident(incident);
        }
        var needCase = notice.caseId();
        journal.write(needCase == null ? entry : entry.inCase(needCase));
    }
}
