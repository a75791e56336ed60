package cn.anxin.hotline.wellness.line;

/**
 * One person, rung once.
 *
 * @param expected the probability, above 0 and below 1, that it was in vain for reasons of their
 *     own
 */
record Observation(double expected, boolean inVain) {

    Observation {
        if (!(expected > 0 && expected < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1");
        }
    }
}
