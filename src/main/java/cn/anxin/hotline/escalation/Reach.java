package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Ladder;
import cn.anxin.hotline.escalation.ladder.Ladders;
import cn.anxin.hotline.escalation.ladder.Policy;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.people.VolunteersAway;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Finds the next rung of an incident's ladder with anybody who can be rung now. Never rung are
 * those who are on the phone with us, have said that they can't, are away, sleep while it may wait,
 * or have it already; who was rung very often today is left in peace while anybody else is free.
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
        var course = incident.course();
        var ladder = ladders.of(course.severity(), incident.personId());
        var never = unreachable(incident, ladder);
        var deskIsRung = ladder.isFirstLap(course.place()) && isOnTheLine(incident);
        Predicate<Contact> free =
                contact ->
                        !never.contains(contact.actor())
                                && !(deskIsRung && contact.role() == Role.DESK);
        var often = rungOften(ladder);
        return ladder.next(course.place(), free.and(c -> !often.contains(c.actor())))
                .or(() -> ladder.next(course.place(), free));
    }

    private Set<Actor> unreachable(Kept incident, Ladder ladder) {
        var course = incident.course();
        var never = new HashSet<>(calls.declined(incident.id()));
        never.addAll(busy(course.severity()));
        never.addAll(callLog.volunteersCallingUs().stream().map(Actor::volunteer).toList());
        var taker = course.taker();
        if (taker != null) {
            never.add(taker);
        }
        var atHome = ladder.everybody(contact -> !contact.role().isOnDuty());
        if (isQuiet(course.severity(), incident.now())) {
            atHome.forEach(contact -> never.add(contact.actor()));
        }
        never.addAll(away.among(atHome.stream().map(Contact::actor).toList(), incident.now()));
        return never;
    }

    /** Whose telephone rings and has not been answered may be told of one more. */
    private Set<Actor> busy(Severity severity) {
        var busy = new HashSet<>(calls.onCall());
        if (severity.isListed()) {
            busy.removeIf(
                    contact -> calls.ringingWithAList(contact, settings.listed()).isPresent());
        }
        return busy;
    }

    private Set<Actor> rungOften(Ladder ladder) {
        var atHome =
                ladder.everybody(contact -> !contact.role().isOnDuty()).stream()
                        .map(Contact::actor)
                        .toList();
        return calls.rungOften(atHome, settings.dailyCap());
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
