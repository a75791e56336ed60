package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.wellness.WellnessSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the checks of today in step with the pauses and the roster: who goes away, or leaves the
 * roster, is not rung any more; who comes back early is rung again, in what is left of their day.
 * While somebody has an incident open, no pause changes their check: its people decide.
 */
@Component
class Absences implements DueWork {
    /** It asks about everybody who is away, and nobody comes or goes by the second. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final String TODAYS_ROUNDS =
            "(select id from round where day = (now() at time zone :zone)::date)";
    private static final String INCIDENT_OPEN =
            """
            exists (select from incident
                where incident.person_id = c.person_id and incident.state <> 'SETTLED')
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;

    Absences(
            JdbcClient jdbc,
            Journal journal,
            HotlineSettings hotline,
            WellnessSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.hotline = hotline;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "absences";
    }

    private record Changed(long id, long personId) {}

    /** Three statements deal with everybody, so there is never more of it. */
    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(PAUSE))) {
            return 0;
        }
        looked = now;
        transaction.executeWithoutResult(_ -> {
            write("check-away", gone());
            write("check-not-due", left());
            write("check-due-again", back());
        });
        return 0;
    }

    private List<Changed> gone() {
        return jdbc.sql(
                        """
                        update wellness_check c
                        set state = 'ENDED', verdict = 'AWAY', method = 'PAUSE',
                            evidence = 'pause ' || pause.id, ended_by = :system,
                            next_action_at = null, queued = false, ended_at = clock_timestamp()
                        from pause
                        where c.person_id = pause.person_id and c.state = 'WAITING'
                            and c.round_id in %s and begins_on <= c.day and back_on > c.day
                            and back_on > (now() at time zone :zone)::date
                            and not %s
                        returning c.id, c.person_id
                        """
                                .formatted(TODAYS_ROUNDS, INCIDENT_OPEN))
                .param("system", Actor.SYSTEM.value())
                .param("zone", hotline.zone().getId())
                .query(Changed.class)
                .list();
    }

    private List<Changed> left() {
        return jdbc.sql(
                        """
                        update wellness_check c
                        set state = 'ENDED', verdict = 'NOT_DUE', method = 'PLAN',
                            evidence = 'LEFT_THE_ROSTER', ended_by = :system,
                            next_action_at = null, queued = false, ended_at = clock_timestamp()
                        from person
                        where not enrolled and c.person_id = person.id and c.state = 'WAITING'
                            and c.round_id in %s
                        returning c.id, c.person_id
                        """
                                .formatted(TODAYS_ROUNDS))
                .param("system", Actor.SYSTEM.value())
                .param("zone", hotline.zone().getId())
                .query(Changed.class)
                .list();
    }

    /** Who comes back when all windows are over is rung late, as after a fault of ours. */
    private List<Changed> back() {
        return jdbc.sql(
                        """
                        with back as (
                            select c.id, kind, (
                                select chance
                                from unnest(later_chances
                                    + tstzmultirange(tstzrange(window_opens_at, window_closes_at)))
                                    as chance
                                where upper(chance) > clock_timestamp()
                                order by chance limit 1) as chance
                            from wellness_check c
                            join person on person.id = c.person_id and enrolled
                            join round on round.id = c.round_id
                            where c.round_id in %s and verdict = 'AWAY' and method = 'PAUSE'
                                and not exists (select from pause
                                    where pause.person_id = c.person_id
                                        and begins_on <= c.day and back_on > c.day)
                                and not %s
                        )
                        update wellness_check c
                        set state = 'WAITING', verdict = null, method = null, evidence = null,
                            ended_by = null, ended_at = null,
                            window_opens_at = coalesce(lower(chance), clock_timestamp()),
                            window_closes_at = coalesce(upper(chance),
                                clock_timestamp() + make_interval(secs => :makeUp)),
                            later_chances = case when chance is null then '{}' else later_chances
                                - tstzmultirange(tstzrange(null, upper(chance))) end,
                            next_action_at = greatest(lower(chance), clock_timestamp())
                        from back
                        where c.id = back.id
                            and (chance is not null or (kind = 'DAILY'
                                and (now() at time zone :zone)::time < :latest))
                        returning c.id, c.person_id
                        """
                                .formatted(TODAYS_ROUNDS, INCIDENT_OPEN))
                .param("zone", hotline.zone().getId())
                .param("makeUp", settings.makeUp().toMillis() / 1000.0)
                .param("latest", settings.latest())
                .query(Changed.class)
                .list();
    }

    private void write(String kind, List<Changed> changed) {
        journal.write(
                changed.stream()
                        .map(one ->
                                Entry.of(kind, Actor.SYSTEM)
                                        .about(one.personId())
                                        .with("check", Long.toString(one.id())))
                        .toList());
    }
}
