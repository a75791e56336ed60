package cn.anxin.hotline.escalation.ladder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * 上报链: whom to ring, rung after rung, without end. First everybody in turn, then wider: groups at
 * once, again and again. Pure.
 *
 * @param inTurn the first time
 * @param wider every lap after that; never empty
 * @param lapRest before each lap but the first
 */
public record Ladder(List<Rung> inTurn, List<Rung> wider, Duration lapRest) {

    /**
     * @throws IllegalArgumentException if it would end
     */
    public Ladder {
        inTurn = List.copyOf(inTurn);
        wider = List.copyOf(wider);
        if (wider.stream().allMatch(rung -> rung.contacts().isEmpty())) {
            throw new IllegalArgumentException("a ladder without anybody would end");
        }
    }

    /**
     * @param place from 0, without end
     */
    public Rung rung(int place) {
        return isFirstLap(place)
                ? inTurn.get(place)
                : wider.get((place - inTurn.size()) % wider.size());
    }

    public boolean isFirstLap(int place) {
        return place < inTurn.size();
    }

    /**
     * What passes before a rung, when those from {@code from} on are passed over. They cost no
     * time; a lap that begins among them is a lap all the same.
     */
    public Duration restBefore(int from, int place) {
        var rest = rung(place).rest();
        return IntStream.rangeClosed(from, place).anyMatch(this::beginsLap)
                ? rest.plus(lapRest)
                : rest;
    }

    /**
     * @param rung whom of them to ring
     */
    public record Found(int place, Rung rung) {}

    /**
     * The next rung with anybody who can be rung; those without cost no time. Looks at every rung
     * once.
     */
    public Optional<Found> next(int place, Predicate<Contact> free) {
        return IntStream.range(place, place + inTurn.size() + wider.size())
                .mapToObj(at -> at(at, free))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Those of this one rung who can be rung; empty if nobody can. */
    Optional<Found> at(int place, Predicate<Contact> free) {
        var found = new Found(place, rung(place).only(free));
        return found.rung().contacts().isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** Everybody on it, each once. */
    public List<Contact> everybody(Predicate<Contact> wanted) {
        return IntStream.range(0, inTurn.size() + wider.size())
                .mapToObj(this::rung)
                .flatMap(rung -> rung.contacts().stream())
                .filter(wanted)
                .distinct()
                .toList();
    }

    private boolean beginsLap(int place) {
        var wide = place - inTurn.size();
        return wide >= 0 && wide % wider.size() == 0 && place > 0;
    }
}
