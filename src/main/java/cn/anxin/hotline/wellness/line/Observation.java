package cn.anxin.hotline.wellness.line;

/**
 * A call to somebody who was not called before in the same row.
 *
 * @param expected the probability, above 0 and below 1, that it was in vain without a common cause
 */
record Observation(double expected, boolean inVain) {

    /**
     * A sunny Sunday, a market, a festival: on the worst day that is still an ordinary one, a fifth
     * of those who would have answered are out.
     */
    private static final double OUT_ON_THE_WORST_DAY = 0.2;

    /**
     * @param habit the share of their calls that is in vain
     */
    static Observation of(double habit, boolean inVain) {
        return new Observation(habit + OUT_ON_THE_WORST_DAY * (1 - habit), inVain);
    }

    Observation {
        if (!(expected > 0 && expected < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1");
        }
    }
}
