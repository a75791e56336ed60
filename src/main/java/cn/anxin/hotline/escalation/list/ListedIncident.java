package cn.anxin.hotline.escalation.list;

import cn.anxin.hotline.escalation.Cause;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.escalation.ladder.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as screens may show it. Who did something is named twice: as the journal names them
 * ({@code volunteer:12}), and for the eye, volunteers masked.
 *
 * @param person null: it is about a line or a part of the town
 * @param part which line or part that is, in words; null if it is about a person
 * @param nextAction null once it is settled
 * @param lapsesAt by when whoever took it has to tell more
 * @param handingOver whoever took it has asked for somebody else
 * @param takenVia the call in which it was taken
 */
public record ListedIncident(
        long id,
        IncidentState state,
        Severity severity,
        @Nullable AboutPerson person,
        @Nullable String part,
        Instant openedAt,
        @Nullable NextAction nextAction,
        @Nullable Instant lapsesAt,
        boolean handingOver,
        @Nullable String takenBy,
        @Nullable String takenByName,
        @Nullable Instant takenAt,
        @Nullable String takenVia,
        @Nullable String seenBy,
        @Nullable String seenByName,
        @Nullable Instant seenAt,
        @Nullable String settledBy,
        @Nullable String settledByName,
        @Nullable Instant settledAt,
        @Nullable IncidentOutcome outcome,
        List<ListedCause> causes,
        List<Ring> calls) {

    public ListedIncident {
        causes = List.copyOf(causes);
        calls = List.copyOf(calls);
    }

    /**
     * @param name masked
     */
    public record AboutPerson(long id, String name, String committee) {}

    /**
     * @param callId the call in which it showed
     */
    public record ListedCause(Cause kind, @Nullable String callId, Instant at) {}

    /**
     * What happens at the latest then, if nobody does anything before.
     *
     * @param who is rung: volunteers masked, duty phones by name; empty unless somebody is
     */
    public record NextAction(Instant at, Step what, List<String> who) {
        public NextAction {
            who = List.copyOf(who);
        }
    }

    public enum Step {
        /** The next rung of the ladder is rung. */
        RING,
        /** It goes back up the ladder unless the person has been seen. */
        REOPEN_UNLESS_SEEN,
        /** It goes back up the ladder unless it has been settled. */
        REOPEN_UNLESS_SETTLED
    }

    /**
     * One ring of one phone.
     *
     * @param kind SUMMON asks for somebody, ASK how it stands, TELL what has changed
     * @param step counts from 0 up the ladder
     * @param contact who was rung, as the journal names them
     * @param who the same for the eye, people at home masked; null if nothing is to be shown
     * @param role in which they were rung
     * @param answer the key that was pressed, if the call was answered
     * @param outcome null while the call lasts
     */
    public record Ring(
            String callId,
            String kind,
            int step,
            String contact,
            @Nullable String who,
            Role role,
            Instant placedAt,
            @Nullable String answer,
            @Nullable String outcome,
            @Nullable Instant endedAt) {

        Ring shownAs(@Nullable String name) {
            return new Ring(
                    callId, kind, step, contact, name, role, placedAt, answer, outcome, endedAt);
        }
    }

    /** Names people. */
    @Override
    public String toString() {
        return "ListedIncident[" + id + "]";
    }
}
