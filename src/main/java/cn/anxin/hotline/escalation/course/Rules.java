package cn.anxin.hotline.escalation.course;

import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Severity;
import cn.anxin.hotline.escalation.course.Effect.Ask;
import cn.anxin.hotline.escalation.course.Effect.News;
import cn.anxin.hotline.escalation.course.Effect.Note;
import cn.anxin.hotline.escalation.course.Effect.Tell;
import cn.anxin.hotline.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an incident goes from open to settled. Pure: the same course, happening and
 * time give the same turn. What they promise, whatever happens in whatever order:
 *
 * <ul>
 *   <li>only {@link Happening.Settled} ends it, and nothing changes it after that;
 *   <li>until then something is due at a time that has come or will come;
 *   <li>whoever takes it answers for it until somebody else takes it, they give it up, or their
 *       time is over;
 *   <li>what has happened already changes nothing when it happens again.
 * </ul>
 */
public final class Rules {
    /** The taker is asked when half of their time is over, and again after half of the rest. */
    private static final int TIMES_ASKED = 2;

    private Rules() {}

    public static Turn after(Course course, Happening happening, Instant now, Terms terms) {
        if (course.state() == IncidentState.SETTLED) {
            return Turn.unchanged(course);
        }
        return switch (happening) {
            case Happening.CauseJoined(var severity) -> causeJoined(course, severity, now);
            case Happening.RungBegins begins -> rungBegins(course, begins, now);
            case Happening.NobodyFree _ -> nobodyFree(course, now, terms);
            case Happening.DeadlineCame _ -> deadlineCame(course, now);
            case Happening.NotPlaced notPlaced -> notPlaced(course, notPlaced, now, terms);
            case Happening.CallOver over -> callOver(course, over, now);
            case Happening.TalkBegins talk -> talkBegins(course, talk, now);
            case Happening.Taken(var by) -> taken(course, by, now, terms);
            case Happening.NeedsTime(var by) -> needsTime(course, by, now, terms);
            case Happening.GivenUp(var by) -> givenUp(course, by, now);
            case Happening.HandedOver(var by) -> handedOver(course, by, now);
            case Happening.Seen(var by) -> seen(course, by, now, terms);
            case Happening.Settled(var by) -> settled(course, by);
        };
    }

    /** What is worse than was known rings people again: whoever has it set out for less. */
    private static Turn causeJoined(Course course, Severity severity, Instant now) {
        if (severity.compareTo(course.severity()) <= 0) {
            return Turn.unchanged(course);
        }
        var worse = course.worse(severity);
        return switch (course.state()) {
            case OPEN, NOTIFYING -> Turn.to(worse.dueAt(now));
            case TAKEN, SEEN -> reopened(worse, News.WORSE, "incident-worse", now);
            case SETTLED -> Turn.unchanged(course);
        };
    }

    private static Turn rungBegins(Course course, Happening.RungBegins begins, Instant now) {
        if (!course.looksForSomebody()) {
            return Turn.unchanged(course);
        }
        return Turn.to(
                looking(course)
                        .with(course.undecidedWith(begins.calls()))
                        .at(begins.step() + 1)
                        .dueAt(now.plus(begins.longest())));
    }

    private static Turn nobodyFree(Course course, Instant now, Terms terms) {
        return course.looksForSomebody()
                ? Turn.to(looking(course).dueAt(now.plus(terms.allBusy())))
                : Turn.unchanged(course);
    }

    /** Somebody who has handed it over stays its taker meanwhile. */
    private static Course looking(Course course) {
        return course.handingOver() ? course : course.notifying();
    }

    private static Turn deadlineCame(Course course, Instant now) {
        var taker = course.taker();
        if (taker == null) {
            return Turn.unchanged(course);
        }
        if (course.hasLapsed(now)) {
            return reopened(course, News.LAPSED, "incident-reopened", now);
        }
        if (course.asked() >= TIMES_ASKED) {
            return Turn.unchanged(course);
        }
        return Turn.to(course.askedOnceMore(nextAsking(course, now)), new Ask(taker));
    }

    /** Halfway between now and the end of their time; after the last asking, its end. */
    private static Instant nextAsking(Course course, Instant now) {
        var lapsesAt = course.lapsesAt() == null ? now : course.lapsesAt();
        return course.asked() + 1 >= TIMES_ASKED ? lapsesAt : halfway(now, lapsesAt);
    }

    private static Instant halfway(Instant from, Instant to) {
        return from.plus(Duration.between(from, to).dividedBy(2));
    }

    private static Turn notPlaced(
            Course course, Happening.NotPlaced notPlaced, Instant now, Terms terms) {
        if (!course.undecided().contains(notPlaced.call())) {
            return Turn.unchanged(course);
        }
        var rest = course.with(course.undecidedWithout(notPlaced.call()));
        return rest.undecided().isEmpty() && rest.looksForSomebody()
                ? Turn.to(rest.at(notPlaced.step()).dueAt(now.plus(terms.notPlaced())))
                : Turn.to(rest);
    }

    /** The last phone of a rung makes the next rung due. */
    private static Turn callOver(Course course, Happening.CallOver over, Instant now) {
        if (!course.undecided().contains(over.call())) {
            return Turn.unchanged(course);
        }
        var rest = course.with(course.undecidedWithout(over.call()));
        return rest.undecided().isEmpty() && rest.looksForSomebody()
                ? Turn.to(rest.dueAt(now.plus(over.rest())))
                : Turn.to(rest);
    }

    /** The ladder waits for them; the end of their call makes the next rung due. */
    private static Turn talkBegins(Course course, Happening.TalkBegins talk, Instant now) {
        return course.looksForSomebody() && course.undecided().contains(talk.call())
                ? Turn.to(course.dueAt(now.plus(talk.longest())))
                : Turn.unchanged(course);
    }

    private static Turn taken(Course course, Actor by, Instant now, Terms terms) {
        if (!course.looksForSomebody() || by.equals(course.taker())) {
            return Turn.unchanged(course);
        }
        var taken = held(course, IncidentState.TAKEN, by, now, terms.seen());
        var before = course.taker();
        return before == null
                ? Turn.to(taken, new Note("incident-taken", by))
                : Turn.to(
                        taken, new Note("incident-accepted", by), new Tell(before, News.ACCEPTED));
    }

    private static Course held(
            Course course, IncidentState state, Actor by, Instant now, Duration time) {
        var lapse = now.plus(time);
        return course.held(state, by, lapse, halfway(now, lapse));
    }

    private static Turn needsTime(Course course, Actor by, Instant now, Terms terms) {
        if (!by.equals(course.taker()) || course.handingOver()) {
            return Turn.unchanged(course);
        }
        var time = course.state() == IncidentState.SEEN ? terms.settled() : terms.seen();
        return Turn.to(
                held(course, course.state(), by, now, time), new Note("incident-needs-time", by));
    }

    private static Turn givenUp(Course course, Actor by, Instant now) {
        if (!by.equals(course.taker())) {
            return Turn.unchanged(course);
        }
        return Turn.to(course.notifying().dueAt(now), new Note("incident-given-up", by));
    }

    private static Turn handedOver(Course course, Actor by, Instant now) {
        if (!by.equals(course.taker()) || course.handingOver()) {
            return Turn.unchanged(course);
        }
        return Turn.to(course.handedOver().dueAt(now), new Note("incident-handed-over", by));
    }

    /** Whoever has seen the person answers for it from then on, whoever had taken it. */
    private static Turn seen(Course course, Actor by, Instant now, Terms terms) {
        if (course.state() == IncidentState.SEEN) {
            return Turn.unchanged(course);
        }
        var effects = new ArrayList<Effect>(List.of(new Note("incident-seen", by)));
        var before = course.taker();
        if (before != null && !before.equals(by)) {
            effects.add(new Tell(before, News.ACCEPTED));
        }
        return new Turn(held(course, IncidentState.SEEN, by, now, terms.settled()), true, effects);
    }

    private static Turn settled(Course course, Actor by) {
        var taker = course.taker();
        return taker == null || taker.equals(by)
                ? Turn.to(course.settled())
                : Turn.to(course.settled(), new Tell(taker, News.SETTLED));
    }

    private static Turn reopened(Course course, News news, String kind, Instant now) {
        return withNewsFor(course.taker(), news, course.notifying().dueAt(now), kind);
    }

    private static Turn withNewsFor(
            @Nullable Actor taker, News news, Course reopened, String kind) {
        var note = new Note(kind, Actor.SYSTEM);
        return taker == null
                ? Turn.to(reopened, note)
                : Turn.to(reopened, note, new Tell(taker, news));
    }
}
