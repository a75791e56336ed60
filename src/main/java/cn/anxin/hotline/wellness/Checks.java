package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 每日问候 and every way in which one changes; always in the caller's transaction. A check that has not
 * ended has a next action. It ends confirmed, with evidence, or escalated, with an incident that is
 * opened in the same transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Checks {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Incidents incidents;
    private final Roster roster;
    private final Journal journal;
    private final Nudges nudges;
    private final WellnessSettings settings;

    Checks(
            JdbcClient jdbc,
            Attempts attempts,
            Incidents incidents,
            Roster roster,
            Journal journal,
            Nudges nudges,
            WellnessSettings settings) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.incidents = incidents;
        this.roster = roster;
        this.journal = journal;
        this.nudges = nudges;
        this.settings = settings;
    }

    /**
     * @param counted attempts that used up one of the person's
     * @param made attempts that rang
     */
    record Check(
            long id,
            long personId,
            CheckState state,
            int counted,
            int made,
            boolean windowClosed) {}

    private static final String CHECK =
            """
            select id, person_id, state, attempts_counted as counted, attempts_made as made,
                window_closes_at <= clock_timestamp() as window_closed
            from wellness_check
            """;

    /** The due check whose window closes soonest; locked for the caller. */
    Optional<Check> claimDue() {
        return claim("next_action_at <= clock_timestamp()");
    }

    /** The same among those whose window has closed: they need no channel. */
    Optional<Check> claimClosed() {
        return claim(
                "next_action_at <= clock_timestamp() and window_closes_at <= clock_timestamp()");
    }

    private Optional<Check> claim(String due) {
        return jdbc.sql(
                        CHECK
                                + """
                                where state = 'WAITING' and %s
                                    and not exists (select from attempt
                                        where attempt.person_id = wellness_check.person_id
                                            and ended_at is null)
                                order by window_closes_at, id
                                limit 1
                                for update skip locked
                                """
                                        .formatted(due))
                .query(Check.class)
                .optional();
    }

    Optional<Check> lock(long id) {
        return jdbc.sql(CHECK + "where id = :id for update")
                .param("id", id)
                .query(Check.class)
                .optional();
    }

    /** The next number that is not known to be dead, in turn; empty if all are. */
    Optional<PhoneNumber> nextNumber(Check check, List<PhoneNumber> numbers) {
        var dead = attempts.deadNumbers(check.id());
        var alive = numbers.stream().filter(number -> !dead.contains(number)).toList();
        return alive.isEmpty()
                ? Optional.empty()
                : Optional.of(alive.get(check.made() % alive.size()));
    }

    void calling(Check check, Duration until) {
        jdbc.sql(
                        """
                        update wellness_check
                        set state = 'CALLING',
                            next_action_at = clock_timestamp() + make_interval(secs => :until)
                        where id = :id and state = 'WAITING'
                        """)
                .param("until", seconds(until))
                .param("id", check.id())
                .update();
    }

    /** The call goes on with the duty desk: nothing is due until it ends. */
    void handedOver(Attempts.Attempt attempt, Duration longest) {
        jdbc.sql(
                        """
                        update wellness_check
                        set next_action_at = clock_timestamp() + make_interval(secs => :longest)
                        where id = :id and state = 'CALLING'
                        """)
                .param("longest", seconds(longest))
                .param("id", attempt.checkId())
                .update();
    }

    /** What an attempt came to decides how its check goes on. */
    void concluded(Attempts.Attempt attempt, AttemptResult result) {
        var check = lock(attempt.checkId()).orElseThrow();
        journal.write(
                Entry.of("attempt-concluded", Actor.SYSTEM)
                        .about(check.personId())
                        .on(attempt.call())
                        .with("result", result.name()));
        switch (result) {
            case FINE -> confirm(check, attempt.call());
            case HELP -> escalate(check, Cause.ASKED_FOR_HELP, attempt.call());
            case EMERGENCY -> escalate(check, Cause.EMERGENCY, attempt.call());
            default ->
                    notConfirmed(check, attempt.call(), result, settings.spacing().after(result));
        }
    }

    /** Its window has closed, and nobody has said how they are. */
    void windowClosed(Check check) {
        escalate(check, check.counted() == 0 ? Cause.CHECK_PREVENTED : Cause.CHECK_MISSED, null);
    }

    void noNumberLeft(Check check) {
        escalate(check, Cause.NO_SUCH_NUMBER, null);
    }

    /** Nothing rang: the line was full, or down. */
    void notPlaced(Attempts.Attempt attempt, Duration rest) {
        var check = lock(attempt.checkId()).orElseThrow();
        notConfirmed(check, attempt.call(), AttemptResult.NOT_PLACED, rest);
    }

    private void notConfirmed(Check check, CallId call, AttemptResult result, Duration spacing) {
        if (check.state() == CheckState.ENDED) {
            return;
        }
        var counted = check.counted() + (result.counts() ? 1 : 0);
        jdbc.sql(
                        """
                        update wellness_check
                        set state = 'WAITING', attempts_counted = :counted,
                            attempts_made = attempts_made + :made,
                            next_action_at = least(
                                clock_timestamp() + make_interval(secs => :spacing),
                                greatest(window_closes_at, clock_timestamp()))
                        where id = :id
                        """)
                .param("counted", counted)
                .param("made", result == AttemptResult.NOT_PLACED ? 0 : 1)
                .param("spacing", seconds(spacing))
                .param("id", check.id())
                .update();
        var numbers = roster.person(check.personId()).map(Person::numbers).orElse(List.of());
        if (nextNumber(check, numbers).isEmpty()) {
            escalate(check, Cause.NO_SUCH_NUMBER, call);
        } else if (counted >= settings.attempts()) {
            escalate(check, Cause.CHECK_MISSED, call);
        }
        nudges.nudge(CheckCalls.NAME);
    }

    private void confirm(Check check, CallId evidence) {
        var confirmed =
                jdbc.sql(
                                """
                                update wellness_check
                                set state = 'ENDED', verdict = 'CONFIRMED', evidence = :evidence,
                                    attempts_made = attempts_made + 1, next_action_at = null,
                                    ended_at = clock_timestamp()
                                where id = :id and state <> 'ENDED'
                                """)
                        .param("evidence", "key 1 in " + evidence)
                        .param("id", check.id())
                        .update();
        if (confirmed == 1) {
            journal.write(
                    Entry.of("check-confirmed", Actor.person(check.personId()))
                            .about(check.personId())
                            .on(evidence)
                            .with("key", "1"));
        }
    }

    private void escalate(Check check, Cause cause, @Nullable CallId call) {
        var incident = incidents.open(check.personId(), cause, call);
        jdbc.sql(
                        """
                        update wellness_check
                        set state = 'ENDED', verdict = 'ESCALATED', incident_id = :incident,
                            next_action_at = null, ended_at = clock_timestamp()
                        where id = :id and state <> 'ENDED'
                        """)
                .param("incident", incident)
                .param("id", check.id())
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
