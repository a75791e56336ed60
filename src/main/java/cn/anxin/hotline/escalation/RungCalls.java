package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.EscalationCalls.Kind;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.ladder.Contact;
import cn.anxin.hotline.escalation.ladder.Ladder;
import cn.anxin.hotline.escalation.ladder.Rung;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an incident one rung up its ladder: commits whom it will ring. What else is due and has
 * come to the very same people goes into the same calls: one volunteer, several missed elders, one
 * call.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RungCalls {
    private final Reach reach;
    private final IncidentRows rows;
    private final EscalationCalls calls;
    private final CallIntents intents;
    private final IncidentProgress progress;
    private final EscalationSettings settings;

    RungCalls(
            Reach reach,
            IncidentRows rows,
            EscalationCalls calls,
            CallIntents intents,
            IncidentProgress progress,
            EscalationSettings settings) {
        this.reach = reach;
        this.rows = rows;
        this.calls = calls;
        this.intents = intents;
        this.progress = progress;
        this.settings = settings;
    }

    /** An incident and the rung it has come to. */
    private record Standing(Kept incident, Ladder.Found at) {
        int step() {
            return incident.course().ladderFrom() + at.place();
        }

        Set<Contact> contacts() {
            return Set.copyOf(at.rung().contacts());
        }
    }

    /**
     * @param due as read under its lock in this transaction; it looks for somebody
     * @return the calls to dial once this is committed
     */
    List<Placing> next(Kept due) {
        var found = reach.next(due);
        if (found.isEmpty()) {
            progress.happened(due, new Happening.NobodyFree(), null);
            return List.of();
        }
        var first = new Standing(due, found.get());
        var together = new ArrayList<>(List.of(first));
        together.addAll(beside(first));
        var callsOf = new HashMap<Long, Set<CallId>>();
        var placings = new ArrayList<Placing>();
        for (var contact : inOneOrder(first.at().rung())) {
            placings.addAll(ring(contact, together, callsOf));
        }
        together.forEach(standing -> begin(standing, callsOf));
        return placings;
    }

    /** The same for all: two that ring the same people at once must not wait for each other. */
    private static List<Contact> inOneOrder(Rung rung) {
        return rung.contacts().stream()
                .sorted(Comparator.comparing(contact -> contact.actor().value()))
                .toList();
    }

    private List<Standing> beside(Standing first) {
        if (!isListed(first.incident()) || settings.listed() == 1) {
            return List.of();
        }
        var contact = first.at().rung().contacts().getFirst();
        return rows
                .claimDueBeside(
                        first.incident(), contact.role(), contact.actor(), settings.listed() - 1)
                .stream()
                .flatMap(incident ->
                        reach.next(incident).stream().map(at -> new Standing(incident, at)))
                .filter(standing -> standing.contacts().equals(first.contacts()))
                .toList();
    }

    private static boolean isListed(Kept incident) {
        return incident.course().severity().isListed() && !incident.course().handingOver();
    }

    private List<Placing> ring(
            Contact contact, List<Standing> together, Map<Long, Set<CallId>> callsOf) {
        if (together.stream().allMatch(standing -> isListed(standing.incident()))) {
            var ringing = calls.ringingWithAList(contact.actor(), settings.listed());
            if (ringing.isPresent()) {
                together.stream()
                        .filter(standing ->
                                intents.join(ringing.get(), standing.incident(), standing.step()))
                        .forEach(standing -> note(standing, ringing.get(), callsOf));
                return List.of();
            }
        }
        var placing =
                intents.ring(
                        contact,
                        Kind.SUMMON,
                        together.getFirst().at().rung().ring(),
                        together.stream().map(Standing::incident).toList(),
                        together.stream().map(Standing::step).toList());
        placing.ifPresent(rung ->
                together.stream()
                        .filter(standing -> rung.incidents().contains(standing.incident().id()))
                        .forEach(standing -> note(standing, rung.call(), callsOf)));
        return placing.stream().toList();
    }

    private static void note(Standing standing, CallId call, Map<Long, Set<CallId>> callsOf) {
        callsOf.computeIfAbsent(standing.incident().id(), _ -> new HashSet<>()).add(call);
    }

    /** Somebody may have answered, or be rung for something else, since we looked. */
    private void begin(Standing standing, Map<Long, Set<CallId>> callsOf) {
        var rung = callsOf.get(standing.incident().id());
        progress.happened(
                standing.incident(),
                rung == null
                        ? new Happening.NobodyFree()
                        : new Happening.RungBegins(
                                standing.step(),
                                rung,
                                intents.longest(standing.at().rung().ring())),
                null);
    }
}
