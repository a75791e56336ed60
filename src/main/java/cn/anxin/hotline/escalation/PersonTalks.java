package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Connected;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.escalation.EscalationCalls.Row;
import cn.anxin.hotline.escalation.IncidentRows.Kept;
import cn.anxin.hotline.escalation.Occasion.Summoned;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.journal.Entry;
import cn.anxin.hotline.journal.Journal;
import cn.anxin.hotline.people.Roster;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * "Put me through to the elder now": somebody who was rung for an incident talks with the person
 * before they decide. The ladder waits for them, but not for ever. Any thread.
 */
@Component
public class PersonTalks {
    /** Longer than Asterisk lets such a talk last; the call's real end is seen long before. */
    private static final Duration LONGEST_TALK = Duration.ofHours(2);

    private final EscalationCalls calls;
    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final Incidents incidents;
    private final Roster roster;
    private final ObjectProvider<PersonOnTheLine> rounds;
    private final Dialer dialer;
    private final EscalationSettings settings;
    private final Journal journal;
    private final TransactionTemplate transaction;

    PersonTalks(
            EscalationCalls calls,
            IncidentRows rows,
            IncidentProgress progress,
            Incidents incidents,
            Roster roster,
            ObjectProvider<PersonOnTheLine> rounds,
            Dialer dialer,
            EscalationSettings settings,
            Journal journal,
            TransactionTemplate transaction) {
        this.calls = calls;
        this.rows = rows;
        this.progress = progress;
        this.incidents = incidents;
        this.roster = roster;
        this.rounds = rounds;
        this.dialer = dialer;
        this.settings = settings;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * The number is the first that the roster knows of the person.
     *
     * @param call of whoever wants to talk
     * @throws IllegalStateException if the call does not tell of the incident, or the incident is
     *     about nobody
     */
    public Connecting connect(CallId call, long incident) {
        if (dialer.free(CallPurpose.ESCALATION) == 0) {
            return new Connecting.NoFreeChannel();
        }
        var connecting = transaction.execute(_ -> begin(call, incident));
        return connecting == null ? new Connecting.Over() : connecting;
    }

    private Connecting begin(CallId call, long incident) {
        var row = calls.row(call, incident);
        var person = incidents.personOf(incident).flatMap(roster::person).orElseThrow();
        calls.holdLineTo(person.id());
        if (calls.anyTalksWith(person.id()) || isBeingAsked(person.id())) {
            return new Connecting.OnTheLine();
        }
        var kept = rows.lock(incident).orElseThrow();
        if (kept.course().state() == IncidentState.SETTLED) {
            return new Connecting.Over();
        }
        calls.talks(call, incident, person.id());
        calls.open().keepOpen(call, LONGEST_TALK);
        var longest = settings.ring().plus(settings.talkWithPerson());
        progress.happened(kept, new Happening.TalkBegins(call, longest), Via.call(call));
        note("incident-talk-begins", row, kept);
        return new Connecting.To(person.numbers().getFirst(), settings.ring());
    }

    private boolean isBeingAsked(long person) {
        return rounds.stream().anyMatch(room -> room.isOnTheLine(person));
    }

    /**
     * They are back from it, or nobody answered there.
     *
     * @return what they were put through for; empty if it has been settled meanwhile
     */
    public Optional<Summoned> back(CallId call, Connected connected) {
        var summoned = transaction.execute(_ -> end(call, connected));
        return summoned == null ? Optional.empty() : summoned;
    }

    private Optional<Summoned> end(CallId call, Connected connected) {
        for (var row : calls.of(call)) {
            var kept = rows.lock(row.incidentId()).orElseThrow();
            if (calls.talksNoMore(call, row.incidentId())) {
                note(
                        switch (connected) {
                            case TALKED -> "incident-talked";
                            case NOT_REACHED -> "incident-person-not-reached";
                        },
                        row,
                        kept);
            }
            if (kept.course().state() != IncidentState.SETTLED) {
                return Optional.of(new Summoned(kept.id(), kept.course().severity()));
            }
        }
        return Optional.empty();
    }

    /**
     * The person has told them that all is well: that settles it, and the talk is the evidence.
     *
     * @return false if it was settled already
     */
    public boolean well(CallId call, long incident) {
        return incidents.settle(
                incident, calls.row(call, incident).contact(), IncidentOutcome.WELL, "");
    }

    private void note(String kind, Row row, Kept kept) {
        journal.write(
                Entry.of(kind, row.contact())
                        .about(kept.personId())
                        .inIncident(kept.id())
                        .on(row.call()));
    }
}
