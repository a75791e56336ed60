package cn.anxin.hotline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark found. Printed as one line that begins with {@code bench}, then a line a goal,
 * whose parts are parted by tabs: {@code figure}, the benchmark, what was measured, its value, its
 * goal, and {@code met}, {@code missed} or {@code wrong}. Time can be missed, for a machine may be
 * busy; a count is right or wrong.
 */
public final class Proof {
    private final String bench;
    private final String of;
    private final List<String> said = new ArrayList<>();
    private final List<String> goals = new ArrayList<>();
    private boolean wrong;

    /**
     * @param of which of its kind
     */
    public Proof(String bench, String of) {
        this.bench = bench;
        this.of = of;
    }

    /** Something without a goal. */
    public Proof say(String what, Object value) {
        said.add(what + "=" + value);
        return this;
    }

    public Proof count(String what, long value, long goal) {
        wrong |= value != goal;
        return say(what, value).goal(what, value, "= " + goal, value == goal ? "met" : "wrong");
    }

    public Proof atLeast(String what, double value, double goal) {
        return say(what, figure(value))
                .goal(what, figure(value), ">= " + figure(goal), met(value >= goal));
    }

    /**
     * @param unit is written behind both figures
     */
    public Proof atMost(String what, double value, double goal, String unit) {
        var written = figure(value) + unit;
        return say(what, written)
                .goal(what, written, "<= " + figure(goal) + unit, met(value <= goal));
    }

    public Proof between(String what, double value, double least, double most) {
        return say(what, figure(value))
                .goal(
                        what,
                        figure(value),
                        figure(least) + " to " + figure(most),
                        met(value >= least && value <= most));
    }

    private Proof goal(String what, Object value, String goal, String verdict) {
        goals.add(String.join("\t", "figure", bench + " " + of, what, "" + value, goal, verdict));
        return this;
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    /**
     * @return for {@link System#exit}: 1 if a count was wrong, else 0
     */
    public int print() {
        System.out.println("bench " + bench + ", " + of + ": " + String.join(", ", said));
        goals.forEach(System.out::println);
        return wrong ? 1 : 0;
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
