package cn.anxin.hotline.wellness.line;

import java.util.List;

/**
 * Weighs how much a row of calls speaks for a common cause. Pure.
 *
 * <p>A CUSUM of log-likelihood ratios (Page 1954): each call in vain adds {@code ln(q/p)}, each one
 * that got through takes {@code ln((1-p)/(1-q))} away, and the sum never falls below nothing. p is
 * what the person's own habits explain on the worst ordinary day, q the share in vain when the part
 * is down. Under habits alone the sum reaches h on average at most once in e^h calls (Lorden 1971),
 * which is how {@link #threshold} is set; so nothing has to be tuned for small groups, they simply
 * cannot gather enough.
 *
 * <p>The sum only grows where more than about three in five calls are in vain: a day on which many
 * are out is no outage.
 */
final class Weighing {
    /** When a part is down nearly nobody can be reached; some still are, by another way. */
    private static final double IN_VAIN_WHEN_DOWN = 0.9;

    /**
     * Nothing works always, and our history of anybody is short: one call never counts for more
     * than ln 9, so that no six make an alarm at the usual threshold.
     */
    private static final double LEAST_EXPECTED = 0.1;

    /** Who never answers says little about the line, and not nothing. */
    private static final double MOST_EXPECTED = 0.6;

    private Weighing() {}

    /**
     * The row since the sum last rose from nothing.
     *
     * @param strength the sum at its end
     * @param rung calls in that row
     * @param inVain of those
     * @param expected how many of those habits explain
     */
    record Result(double strength, int rung, int inVain, double expected) {
        static final Result NOTHING = new Result(0, 0, 0, 0);

        private Result and(Observation next) {
            var strength = this.strength + weight(next);
            return strength <= 0
                    ? NOTHING
                    : new Result(
                            strength,
                            rung + 1,
                            inVain + (next.inVain() ? 1 : 0),
                            expected + next.expected());
        }
    }

    /**
     * For the part being down.
     *
     * @param calls oldest first, of different people
     */
    static Result ofSilence(List<Observation> calls) {
        var result = Result.NOTHING;
        for (var call : calls) {
            result = result.and(call);
        }
        return result;
    }

    /**
     * For the part being up again: the same ratios, the other way round.
     *
     * @param calls oldest first
     */
    static double ofRecovery(List<Observation> calls) {
        var strength = 0.0;
        for (var call : calls) {
            strength = Math.max(0, strength - weight(call));
        }
        return strength;
    }

    /**
     * @param callsBetweenFalseAlarms on average at least, of one part
     */
    static double threshold(long callsBetweenFalseAlarms) {
        return Math.log(callsBetweenFalseAlarms);
    }

    private static double weight(Observation call) {
        var usual = Math.clamp(call.expected(), LEAST_EXPECTED, MOST_EXPECTED);
        return call.inVain()
                ? Math.log(IN_VAIN_WHEN_DOWN / usual)
                : Math.log((1 - IN_VAIN_WHEN_DOWN) / (1 - usual));
    }
}
