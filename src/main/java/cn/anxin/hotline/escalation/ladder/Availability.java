package cn.anxin.hotline.escalation.ladder;

import cn.anxin.hotline.journal.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who of a ladder cannot be rung for an incident at this moment, and why. Pure.
 *
 * @param onThePhone with us, for whatever
 * @param declined have said that they can't
 * @param leftInPeace asleep while it may wait, or away
 * @param rungOften today; not rung while anybody else is free
 * @param rungInThisStep and not again in the same
 * @param taker has it already, and looks for somebody else
 * @param deskIsRung by the person's own call
 */
public record Availability(
        Set<Actor> onThePhone,
        Set<Actor> declined,
        Set<Actor> leftInPeace,
        Set<Actor> rungOften,
        Set<Actor> rungInThisStep,
        @Nullable Actor taker,
        boolean deskIsRung) {

    public Availability {
        onThePhone = Set.copyOf(onThePhone);
        declined = Set.copyOf(declined);
        leftInPeace = Set.copyOf(leftInPeace);
        rungOften = Set.copyOf(rungOften);
        rungInThisStep = Set.copyOf(rungInThisStep);
    }

    /**
     * The next rung with anybody who can be rung. Those on duty are rung again though they have
     * declined, once everybody had their turn or nobody else is left: it ends by a person only.
     *
     * @return empty if everybody is on the phone with us
     */
    public Optional<Ladder.Found> next(Ladder ladder, int place) {
        Predicate<Contact> onDuty = contact -> contact.role().isOnDuty();
        Predicate<Contact> willing = contact -> !declined.contains(contact.actor());
        if (!ladder.isFirstLap(place)) {
            willing = willing.or(onDuty);
        }
        Predicate<Contact> rested = contact -> !rungOften.contains(contact.actor());
        return Stream.of(willing.and(rested), willing, onDuty)
                .flatMap(wanted -> from(ladder, place, wanted).stream())
                .findFirst();
    }

    private Optional<Ladder.Found> from(Ladder ladder, int place, Predicate<Contact> wanted) {
        var free = wanted.and(this::canBeRung);
        return ladder.at(place, free.and(contact -> !rungInThisStep.contains(contact.actor())))
                .or(() -> ladder.next(place + 1, free));
    }

    private boolean canBeRung(Contact contact) {
        var actor = contact.actor();
        return !onThePhone.contains(actor)
                && !leftInPeace.contains(actor)
                && !actor.equals(taker)
                && !(deskIsRung && contact.role() == Role.DESK);
    }
}
