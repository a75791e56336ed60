package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.ladder.Availability;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Ladder;
import cn.anxin.hotline.escalation.ladder.Ladders;
import cn.anxin.hotline.escalation.ladder.Policy;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.people.VolunteersAway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds the next rung of an incident's ladder with anybody who can be rung now, as {@link
 * Availability} has it.
 */
@Component
class Reach {
    private final Ladders ladders;
    private final EscalationCalls calls;
    private final IncidentCauses causes;
    private final VolunteersAway away;
    private final CallLog callLog;
    private final EscalationSettings settings;
    private final HotlineSettings hotline;

    Reach(
            Ladders ladders,
            EscalationCalls calls,
            IncidentCauses causes,
            VolunteersAway away,
            CallLog callLog,
            EscalationSettings settings,
            HotlineSettings hotline) {
        this.ladders = ladders;
        this.calls = calls;
        this.causes = causes;
        this.away = away;
        this.callLog = callLog;
        this.settings = settings;
        this.hotline = hotline;
    }

    /** Empty if everybody is on the phone with us. */
    Optional<Ladder.Found> next(Kept incident) {
        return next(incident, ladders.of(incident.course().severity(), incident.personId()));
    }

    private Optional<Ladder.Found> next(Kept incident, Ladder ladder) {
        var course = incident.course();
        var atHome =
                ladder.everybody(contact -> !contact.role().isOnDuty()).stream()
                        .map(Contact::actor)
                        .toList();
        var past = calls.past(incident.id(), course.step());
        return new Availability(
                        onThePhone(course),
                        past.declined(),
                        leftInPeace(incident, atHome),
                        calls.rungOften(atHome, settings.dailyCap()),
                        past.rungInThisStep(),
                        course.taker(),
                        ladder.isFirstLap(course.place()) && isOnTheLine(incident))
                .next(ladder, course.place());
    }

    /** What passes before the next rung, counted from the end of the last. */
    Duration restBeforeNext(Kept incident) {
        var course = incident.course();
        if (!course.looksForSomebody()) {
            return Duration.ZERO;
        }
        var ladder = ladders.of(course.severity(), incident.personId());
        return next(incident, ladder)
                .map(found -> ladder.restBefore(course.place(), found.place()))
                .orElse(Duration.ZERO);
    }

    /** Whose telephone rings for others and has not been answered may be told of one more. */
    private Set<Actor> onThePhone(Course course) {
        var busy = new HashSet<>(calls.onCall());
        if (course.severity().isListed()) {
            busy.removeIf(contact ->
                    calls.ringingWithAList(contact, settings.listed())
                            .filter(call -> !course.undecided().contains(call))
                            .isPresent());
        }
        callLog.volunteersCallingUs().forEach(id -> busy.add(Actor.volunteer(id)));
        return busy;
    }

    private Set<Actor> leftInPeace(Kept incident, List<Actor> atHome) {
        return isQuiet(incident.course().severity(), incident.now())
                ? Set.copyOf(atHome)
                : away.among(atHome, incident.now());
    }

    /** Their own call rings the desk: one more call there would keep it from being answered. */
    private boolean isOnTheLine(Kept incident) {
        return callLog.anyOpen(causes.callsOf(incident.id()));
    }

    private boolean isQuiet(Severity severity, Instant now) {
        var mayWait =
                settings.policy(severity).map(Policy::quiet).orElseGet(severity::mayWaitForMorning);
        return mayWait && isQuiet(LocalTime.ofInstant(now, hotline.zone()));
    }

    private boolean isQuiet(LocalTime time) {
        var from = settings.quietFrom();
        var until = settings.quietUntil();
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
