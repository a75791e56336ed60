package cn.anxin.hotline.benchmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * How well a trunk was used, in nanoseconds of whatever clock. The body is from the first to the
 * last moment in which it could take no further call; what follows is the tail, in which too few
 * are left to ring. Safe for any thread.
 */
final class SlotUse {
    /** Of a channel or of a call a second that nobody has used yet. */
    static final long EVER = Long.MIN_VALUE;

    private final int channels;
    private final List<Change> changes = new ArrayList<>();
    private final Queue<Long> free = new ArrayDeque<>();
    private int taken;
    private int most;

    SlotUse(int channels) {
        this.channels = channels;
    }

    /**
     * @param waited from when the call could be placed to when it was; EVER if that is not known
     */
    private record Change(long at, int taken, boolean full, boolean placed, long waited) {}

    /**
     * @param rateSince since when a further call a second was allowed, or EVER
     * @param rateSpent whether none is allowed after this one
     */
    synchronized void taken(long at, long rateSince, boolean rateSpent) {
        taken++;
        most = Math.max(most, taken);
        var freed = free.poll();
        var able = Math.max(rateSince, freed == null ? EVER : freed);
        changes.add(
                new Change(
                        at,
                        taken,
                        rateSpent || taken == channels,
                        true,
                        able == EVER ? EVER : at - able));
    }

    synchronized void freed(long at) {
        taken--;
        if (taken < channels) {
            free.add(at);
        }
        changes.add(new Change(at, taken, false, false, EVER));
    }

    /**
     * @param use share of the channels' time in the body
     * @param placed calls placed in the body after its first moment
     * @param refillP99 milliseconds from when a channel was free, and a further call a second
     *     allowed, to the next call's being placed
     */
    record Figures(
            double use,
            int most,
            double bodySeconds,
            int placed,
            double refillP50,
            double refillP99) {}

    synchronized int most() {
        return most;
    }

    synchronized Figures figures() {
        var full = changes.stream().filter(Change::full).toList();
        if (full.isEmpty()) {
            throw new IllegalStateException("nothing ever kept the trunk from taking a call");
        }
        var from = full.getFirst();
        var to = full.getLast().at();
        var area = 0.0;
        var last = from.at();
        var level = from.taken();
        var refills = new ArrayList<Long>();
        var placed = 0;
        for (var change : changes) {
            if (change.at() <= from.at() || change.at() > to) {
                continue;
            }
            area += (double) (change.at() - last) * level;
            last = change.at();
            level = change.taken();
            if (change.placed()) {
                placed++;
                if (change.waited() != EVER) {
                    refills.add(change.waited());
                }
            }
        }
        var sorted = refills.stream().sorted().toList();
        return new Figures(
                area / ((double) (to - from.at()) * channels),
                most,
                (to - from.at()) / 1e9,
                placed,
                quantile(sorted, 0.5) / 1e6,
                quantile(sorted, 0.99) / 1e6);
    }

    private static double quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
