package cn.anxin.hotline.wellness.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many people will not be rung by the close of their windows. Pure.
 *
 * <p>Calls are a flow through the round's channels: those that are free begin at once, each of the
 * others after the mean length of a call, and none faster than the calls a second allow. Between
 * any two openings and closings whoever may be rung shares that flow in the order of the queue: by
 * precedence, then by the window that closes first.
 */
final class Forecast {
    /** Rounding must not make half a person late. */
    private static final double ROUNDING = 1e-6;

    private static final Comparator<Waiting> QUEUE =
            Comparator.comparingInt((Waiting one) -> one.share.precedence())
                    .reversed()
                    .thenComparing(one -> one.share.closes());

    private Forecast() {}

    /**
     * People who wait for a call and may be rung in the same time.
     *
     * @param unrung who have not been rung at all today
     * @param again who have, and are to be rung once more: they take up lines, and are not late
     */
    record Share(Instant opens, Instant closes, int precedence, int unrung, int again) {}

    /**
     * @param free channels on which a call could begin now
     * @param channels that the round may use in all
     * @param call how long one takes up its channel, on average; more than nothing
     * @param callsEach how many a person takes until their day is over, on average; 1 or more
     */
    record Pace(int free, int channels, int callsPerSecond, Duration call, double callsEach) {}

    /**
     * @param firstAt when the first of their windows closes; null: nobody is late
     */
    record Late(int people, @Nullable Instant firstAt) {
        static final Late NOBODY = new Late(0, null);

        private Late and(int more, Instant at) {
            return more == 0 ? this : new Late(people + more, firstAt == null ? at : firstAt);
        }
    }

    private static final class Waiting {
        private final Share share;
        private double calls;

        Waiting(Share share, double callsEach) {
            this.share = share;
            this.calls = share.unrung() * callsEach + share.again();
        }

        /** Of the calls that were not made, those of whoever was rung before are the last. */
        int late(double callsEach) {
            return Math.min(share.unrung(), (int) Math.ceil(calls / callsEach - ROUNDING));
        }
    }

    /** Windows that have closed already are passed over: nobody can be rung in them any more. */
    static Late of(Instant now, List<Share> left, Pace pace) {
        var waiting =
                left.stream()
                        .filter(share -> share.closes().isAfter(now))
                        .map(share -> new Waiting(share, pace.callsEach()))
                        .sorted(QUEUE)
                        .toList();
        var late = Late.NOBODY;
        var flow = new Flow(pace);
        var from = now;
        for (var until : turns(now, waiting)) {
            flow.through(from, until, waiting);
            for (var one : waiting) {
                if (one.share.closes().equals(until)) {
                    late = late.and(one.late(pace.callsEach()), until);
                }
            }
            from = until;
        }
        return late;
    }

    /** Every later instant at which somebody may begin, or must cease, to be rung. */
    private static List<Instant> turns(Instant now, List<Waiting> waiting) {
        var turns = new TreeSet<Instant>();
        for (var one : waiting) {
            turns.add(one.share.closes());
            if (one.share.opens().isAfter(now)) {
                turns.add(one.share.opens());
            }
        }
        return new ArrayList<>(turns);
    }

    private static final class Flow {
        private final Pace pace;
        private double free;

        Flow(Pace pace) {
            this.pace = pace;
            this.free = pace.free();
        }

        void through(Instant from, Instant until, List<Waiting> waiting) {
            var seconds = Duration.between(from, until).toMillis() / 1000.0;
            var ending = pace.channels() * seconds / (pace.call().toMillis() / 1000.0);
            var most = Math.min(free + ending, pace.callsPerSecond() * seconds + 1);
            var left = most;
            for (var one : waiting) {
                if (!one.share.opens().isAfter(from) && !one.share.closes().isBefore(until)) {
                    var placed = Math.min(one.calls, left);
                    one.calls -= placed;
                    left -= placed;
                }
            }
            free = Math.min(pace.channels(), free + ending - (most - left));
        }
    }
}
