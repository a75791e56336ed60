package cn.anxin.hotline.wellness;

import static java.util.stream.Collectors.groupingBy;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of a check in which the network said that the number does not exist. */
record NoSuchNumbers(List<Said> said) {

    record Said(CallId call, PhoneNumber number, Instant placedAt) {}

    NoSuchNumbers {
        said = List.copyOf(said);
    }

    /**
     * Those of which it said so in two calls that lie so far apart; where that is nothing, one call
     * is enough.
     */
    Set<PhoneNumber> dead(Duration doubt) {
        var dead = new HashSet<PhoneNumber>();
        said.stream()
                .collect(groupingBy(Said::number))
                .forEach((number, calls) -> {
                    if (doubt.isZero() || apart(calls).compareTo(doubt) >= 0) {
                        dead.add(number);
                    }
                });
        return dead;
    }

    private static Duration apart(List<Said> calls) {
        var placed = calls.stream().map(Said::placedAt).sorted(Comparator.naturalOrder()).toList();
        return Duration.between(placed.getFirst(), placed.getLast());
    }

    boolean isSaidOf(PhoneNumber number) {
        return said.stream().anyMatch(one -> one.number().equals(number));
    }

    /** Empty if it was not said in that call, or is not believed. */
    Optional<PhoneNumber> numberOf(CallId call) {
        return said.stream().filter(one -> one.call().equals(call)).map(Said::number).findFirst();
    }
}
