package cn.anxin.hotline.wellness.deadline;

import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.deadline.RunningRounds.Round;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the duty desk was told of each danger: once a day, a round and a kind, and again if it has
 * become much worse, or was over and is back. Nobody is rung anew for what still rings. Always in
 * the caller's transaction; a race is decided by the row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Dangers {
    /** Twice as many, and so many more at least. */
    private static final int MUCH_WORSE = 10;

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Journal journal;
    private final DeadlineSettings settings;

    Dangers(JdbcClient jdbc, Incidents incidents, Journal journal, DeadlineSettings settings) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.journal = journal;
        this.settings = settings;
    }

    /**
     * @param concerns how many people it is about: those it is too late for, or all who are open
     */
    private record Seen(
            long id,
            Danger kind,
            Duration lasts,
            int concerns,
            @Nullable Integer told,
            @Nullable Duration toldAgo,
            boolean wasOver) {

        boolean muchWorse() {
            return told != null && concerns >= Math.max(2 * told, told + MUCH_WORSE);
        }
    }

    /**
     * It is so at this moment; told once it has been for long enough.
     *
     * @param late how many it will be too late for; 0 where that is not the danger
     * @param notBefore since when it can have been so at the earliest; null: any time
     */
    void see(Round round, Danger kind, int stillOpen, int late, @Nullable Instant notBefore) {
        var seen = keep(round, kind, stillOpen, late, notBefore);
        if (seen.lasts().compareTo(settings.patience(kind)) < 0) {
            return;
        }
        if (seen.toldAgo() == null) {
            tell(seen);
        } else if (seen.muchWorse()
                || (seen.wasOver() && seen.toldAgo().compareTo(settings.again()) >= 0)) {
            tellAgain(seen);
        }
    }

    private Seen keep(
            Round round, Danger kind, int stillOpen, int late, @Nullable Instant notBefore) {
        return jdbc.sql(
                        """
                        insert into round_danger (day, round_id, kind, since, still_open, late)
                        values (:day, :round, :kind, clock_timestamp(), :open, :late)
                        on conflict (day, coalesce(round_id, 0), kind) do update
                        set since = greatest(coalesce(round_danger.since, clock_timestamp()),
                                cast(:notBefore as timestamptz)),
                            still_open = excluded.still_open, late = excluded.late
                        returning id, kind, still_open, late, told,
                            extract(epoch from clock_timestamp() - since) as lasts,
                            extract(epoch from clock_timestamp() - told_at) as told_ago,
                            mended_at is not null as was_over
                        """)
                .param("day", round.day())
                .param("round", round.extra())
                .param("kind", kind.name())
                .param("open", stillOpen)
                .param("late", late)
                .param("notBefore", notBefore == null ? null : notBefore.atOffset(ZoneOffset.UTC))
                .query((row, _) -> seen(row))
                .single();
    }

    private static Seen seen(ResultSet row) throws SQLException {
        var late = row.getInt("late");
        var told = row.getObject("told", Integer.class);
        return new Seen(
                row.getLong("id"),
                Danger.valueOf(row.getString("kind")),
                seconds(row.getDouble("lasts")),
                late > 0 ? late : row.getInt("still_open"),
                told,
                told == null ? null : seconds(row.getDouble("told_ago")),
                row.getBoolean("was_over"));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private void tellAgain(Seen seen) {
        if (stillRings(seen.id())) {
            told(seen);
        } else {
            tell(seen);
        }
    }

    private boolean stillRings(long danger) {
        return jdbc.sql(
                        """
                        select exists (select from incident
                            where id = (select max(incident_id) from round_danger_incident
                                    where danger_id = :danger)
                                and state in ('OPEN', 'NOTIFYING'))
                        """)
                .param("danger", danger)
                .query(Boolean.class)
                .single();
    }

    private void tell(Seen seen) {
        var incident = incidents.openAboutNobody(Cause.ROUND_IN_DANGER);
        jdbc.sql("insert into round_danger_incident values (:incident, :danger)")
                .param("incident", incident)
                .param("danger", seen.id())
                .update();
        told(seen);
        journal.write(entry("round-danger", seen.kind(), seen.concerns()).inIncident(incident));
    }

    private void told(Seen seen) {
        jdbc.sql(
                        """
                        update round_danger
                        set told_at = clock_timestamp(), told = :told, mended_at = null
                        where id = :id
                        """)
                .param("told", seen.concerns())
                .param("id", seen.id())
                .update();
    }

    /**
     * It is not so, or not any more. Whoever was told of it has its incident until it is settled.
     */
    void gone(Round round, Danger kind) {
        jdbc.sql(
                        """
                        delete from round_danger
                        where day = :day and coalesce(round_id, 0) = coalesce(:round, 0)
                            and kind = :kind and told_at is null
                        """)
                .param("day", round.day())
                .param("round", round.extra())
                .param("kind", kind.name())
                .update();
        var over =
                jdbc.sql(
                                """
                                update round_danger set since = null, mended_at = clock_timestamp()
                                where day = :day and coalesce(round_id, 0) = coalesce(:round, 0)
                                    and kind = :kind and since is not null
                                """)
                        .param("day", round.day())
                        .param("round", round.extra())
                        .param("kind", kind.name())
                        .update();
        if (over > 0) {
            journal.write(entry("round-danger-over", kind, 0));
        }
    }

    private static Entry entry(String what, Danger kind, int people) {
        return Entry.of(what, Actor.SYSTEM)
                .with("cause", kind.name())
                .with("people", Integer.toString(people));
    }
}
