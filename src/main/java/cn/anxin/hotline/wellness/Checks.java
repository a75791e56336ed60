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
import cn.anxin.hotline.wellness.line.Parts;
import cn.anxin.hotline.wellness.line.PausedParts;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a check moves from attempt to attempt and from window to window, until it ends; always in the
 * caller's transaction. A check that has not ended has a next action. Attempts spent, or the last
 * window closed, open an incident in the same transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Checks {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final CheckEndings endings;
    private final Incidents incidents;
    private final Roster roster;
    private final PersonPlans plans;
    private final PausedParts pausedParts;
    private final Parts parts;
    private final Journal journal;
    private final Nudges nudges;

    Checks(
            JdbcClient jdbc,
            Attempts attempts,
            CheckEndings endings,
            Incidents incidents,
            Roster roster,
            PersonPlans plans,
            PausedParts pausedParts,
            Parts parts,
            Journal journal,
            Nudges nudges) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.endings = endings;
        this.incidents = incidents;
        this.roster = roster;
        this.plans = plans;
        this.pausedParts = pausedParts;
        this.parts = parts;
        this.journal = journal;
        this.nudges = nudges;
    }

    Optional<Check> lock(long id) {
        return jdbc.sql(Check.SELECT + "where id = :id for update")
                .param("id", id)
                .query(Check.class)
                .optional();
    }

    /** The next number that is not known to be dead, in turn; empty if all are. */
    Optional<PhoneNumber> nextNumber(Check check, List<PhoneNumber> numbers) {
        var dead = check.made() == 0 ? Set.<PhoneNumber>of() : attempts.deadNumbers(check.id());
        var alive = numbers.stream().filter(number -> !dead.contains(number)).toList();
        return alive.isEmpty()
                ? Optional.empty()
                : Optional.of(alive.get(check.made() % alive.size()));
    }

    void calling(Check check, Duration until) {
        jdbc.sql(
                        """
                        update wellness_check
                        set state = 'CALLING', queued = false,
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
        result.heard()
                .ifPresentOrElse(
                        heard -> pausedParts.heard(attempt.call(), heard),
                        () -> pausedParts.heardNothing(attempt.call()));
        switch (result) {
            case FINE -> {
                rang(check);
                endings.confirmByKey(check, attempt.call(), '1');
            }
            case HELP -> askedFor(check, Cause.ASKED_FOR_HELP, attempt.call());
            case EMERGENCY -> askedFor(check, Cause.EMERGENCY, attempt.call());
            default -> notConfirmed(check, attempt.call(), result, null);
        }
    }

    private void rang(Check check) {
        jdbc.sql("update wellness_check set attempts_made = attempts_made + 1 where id = :id")
                .param("id", check.id())
                .update();
    }

    /** Its window has closed, and nobody has said how they are. */
    void windowClosed(Check check) {
        nextWindowOrLadder(
                check, check.counted() == 0 ? Cause.CHECK_PREVENTED : Cause.CHECK_MISSED, null);
    }

    void noNumberLeft(Check check) {
        escalate(check, Cause.NO_SUCH_NUMBER, null);
    }

    /** Nothing rang: the line was full, or down. */
    void notPlaced(Attempts.Attempt attempt, Duration rest) {
        var check = lock(attempt.checkId()).orElseThrow();
        pausedParts.heardNothing(attempt.call());
        notConfirmed(check, attempt.call(), AttemptResult.NOT_PLACED, rest);
    }

    /**
     * @param rest null: as the person's plan says
     */
    private void notConfirmed(
            Check check, CallId call, AttemptResult result, @Nullable Duration rest) {
        if (check.state() == CheckState.ENDED) {
            return;
        }
        var plan = plans.effective(check.personId());
        // the desk has talked with them in it, so it was no silence
        var counts = result.counts() && !check.deskTalkedIn(call);
        var counted = check.counted() + (counts ? 1 : 0);
        jdbc.sql(
                        """
                        update wellness_check
                        set state = 'WAITING', attempts_counted = :counted,
                            attempts_made = attempts_made + :made,
                            next_action_at = least(
                                greatest(
                                    clock_timestamp() + make_interval(secs => :rest), quiet_until),
                                greatest(window_closes_at, clock_timestamp()))
                        where id = :id
                        """)
                .param("counted", counted)
                .param("made", result == AttemptResult.NOT_PLACED ? 0 : 1)
                .param("rest", seconds(rest == null ? plan.spacing().after(result.rest()) : rest))
                .param("id", check.id())
                .update();
        if (result == AttemptResult.NO_SUCH_NUMBER
                && allNumbersDead(check.id(), check.personId())) {
            holdOrEscalate(check, Cause.NO_SUCH_NUMBER, call);
        } else if (counted - check.countedBefore() >= plan.attempts()) {
            nextWindowOrLadder(check, Cause.CHECK_MISSED, call);
        }
        nudges.nudge(CheckCalls.NAME);
    }

    private boolean allNumbersDead(long check, long person) {
        var numbers = roster.person(person).map(Person::numbers).orElse(List.of());
        return attempts.deadNumbers(check).containsAll(numbers);
    }

    private void nextWindowOrLadder(Check check, Cause cause, @Nullable CallId call) {
        if (check.laterChances()) {
            nextWindow(check);
        } else {
            holdOrEscalate(check, cause, call);
        }
    }

    /** A silence that has a common cause waits for its end, as long as it may. */
    private void holdOrEscalate(Check check, Cause cause, @Nullable CallId call) {
        var held =
                alarmOn(check)
                        .map(alarm ->
                                pausedParts.holdInsteadOfLadder(
                                        check.id(), check.personId(), alarm))
                        .orElse(false);
        if (!held) {
            escalate(check, cause, call);
        }
    }

    private Optional<Long> alarmOn(Check check) {
        var paused = pausedParts.now();
        if (paused.nothing()) {
            return Optional.empty();
        }
        return roster.person(check.personId()).stream()
                .flatMap(
                        person -> person.numbers().stream().map(number -> parts.of(person, number)))
                .flatMap(call -> paused.alarmOn(call).stream())
                .findFirst();
    }

    private void nextWindow(Check check) {
        jdbc.sql(
                        """
                        with next as (
                            select chance
                            from wellness_check, unnest(later_chances) as chance
                            where id = :id and upper(chance) > clock_timestamp()
                            order by chance limit 1
                        )
                        update wellness_check
                        set state = 'WAITING', queued = false,
                            window_opens_at = lower(chance), window_closes_at = upper(chance),
                            later_chances = later_chances
                                - tstzmultirange(tstzrange(null, upper(chance))),
                            counted_before = attempts_counted,
                            paused_by = null, paused_at = null, planned_close = null,
                            probe_of = null,
                            next_action_at = greatest(lower(chance), clock_timestamp())
                        from next
                        where id = :id and state <> 'ENDED'
                        """)
                .param("id", check.id())
                .update();
        journal.write(
                Entry.of("check-waits-for-its-next-window", Actor.SYSTEM).about(check.personId()));
    }

    /** Whatever else was open about the person today is the incident's as well. */
    private void askedFor(Check check, Cause cause, CallId call) {
        endings.escalateAllOfTheDay(check, incidents.open(check.personId(), cause, call));
    }

    private void escalate(Check check, Cause cause, @Nullable CallId call) {
        endings.escalate(check, incidents.open(check.personId(), cause, call));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
