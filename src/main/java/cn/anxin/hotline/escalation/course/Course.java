package cn.anxin.hotline.escalation.course;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.journal.Actor;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands. Immutable.
 *
 * @param step the next rung to ring; counts every rung ever tried
 * @param ladderFrom the step at which the ladder of this severity began
 * @param undecided calls of its rungs that ring, or whose listener may yet press a key
 * @param taker who answers for it; null until somebody takes it, and again once they lapse
 * @param handingOver the taker has asked for somebody else, and answers for it until one accepts
 * @param asked how often the taker was asked how it stands since they last told us
 * @param lapsesAt by when the taker has to tell us more; null without a taker
 * @param nextActionAt when something is due at the latest; null once it is settled
 */
public record Course(
        Severity severity,
        IncidentState state,
        int step,
        int ladderFrom,
        Set<CallId> undecided,
        @Nullable Actor taker,
        boolean handingOver,
        int asked,
        @Nullable Instant lapsesAt,
        @Nullable Instant nextActionAt) {

    public Course {
        undecided = Set.copyOf(undecided);
    }

    /** Nobody was rung yet; the first rung is due now. */
    public static Course opened(Severity severity, Instant now) {
        return new Course(severity, IncidentState.OPEN, 0, 0, Set.of(), null, false, 0, null, now);
    }

    /** Whether people are to be rung until one takes it. */
    public boolean looksForSomebody() {
        return switch (state) {
            case OPEN, NOTIFYING -> true;
            case TAKEN, SEEN -> handingOver;
            case SETTLED -> false;
        };
    }

    public boolean isDue(Instant now) {
        return nextActionAt != null && !now.isBefore(nextActionAt);
    }

    /** Whether its taker's time is over. */
    public boolean hasLapsed(Instant now) {
        return lapsesAt != null && !now.isBefore(lapsesAt);
    }

    /** How far up its ladder the next rung is. */
    public int place() {
        return step - ladderFrom;
    }

    /** Never later than its taker's time is over. */
    Course dueAt(Instant next) {
        var due = lapsesAt != null && lapsesAt.isBefore(next) ? lapsesAt : next;
        return new Course(
                severity,
                state,
                step,
                ladderFrom,
                undecided,
                taker,
                handingOver,
                asked,
                lapsesAt,
                due);
    }

    /** Never puts off what is due sooner. */
    Course dueBy(Instant next) {
        return dueAt(nextActionAt != null && nextActionAt.isBefore(next) ? nextActionAt : next);
    }

    /**
     * The ladder of the worse severity begins from its first rung, with a step in which nobody was
     * rung yet.
     */
    Course worse(Severity worse) {
        var fresh = state == IncidentState.OPEN ? step : step + 1;
        return new Course(
                worse,
                state,
                fresh,
                fresh,
                undecided,
                taker,
                handingOver,
                asked,
                lapsesAt,
                nextActionAt);
    }

    Course with(Set<CallId> calls) {
        return new Course(
                severity,
                state,
                step,
                ladderFrom,
                calls,
                taker,
                handingOver,
                asked,
                lapsesAt,
                nextActionAt);
    }

    Course at(int nextStep) {
        return new Course(
                severity,
                state,
                nextStep,
                ladderFrom,
                undecided,
                taker,
                handingOver,
                asked,
                lapsesAt,
                nextActionAt);
    }

    /** Nobody has it: people are rung until somebody takes it. */
    Course notifying() {
        return new Course(
                severity,
                IncidentState.NOTIFYING,
                step,
                ladderFrom,
                undecided,
                null,
                false,
                0,
                null,
                nextActionAt);
    }

    /** The taker stays answerable while people are rung. */
    Course handedOver() {
        return new Course(
                severity,
                state,
                step,
                ladderFrom,
                undecided,
                taker,
                true,
                asked,
                lapsesAt,
                nextActionAt);
    }

    /** Theirs until {@code lapse}; they are asked at {@code ask}. */
    Course held(IncidentState by, Actor holder, Instant lapse, Instant ask) {
        return new Course(severity, by, step, ladderFrom, undecided, holder, false, 0, lapse, ask);
    }

    Course askedOnceMore(Instant next) {
        return new Course(
                        severity,
                        state,
                        step,
                        ladderFrom,
                        undecided,
                        taker,
                        handingOver,
                        asked + 1,
                        lapsesAt,
                        next)
                .dueAt(next);
    }

    Course settled() {
        return new Course(
                severity,
                IncidentState.SETTLED,
                step,
                ladderFrom,
                undecided,
                taker,
                false,
                asked,
                null,
                null);
    }

    Set<CallId> undecidedWith(Set<CallId> calls) {
        var all = new HashSet<>(undecided);
        all.addAll(calls);
        return all;
    }

    Set<CallId> undecidedWithout(CallId call) {
        var rest = new HashSet<>(undecided);
        rest.remove(call);
        return rest;
    }
}
