package cn.anxin.hotline.benchmark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * How full the channels were, in nanoseconds of whatever clock. The body is from the first to the
 * last moment in which all were taken; what follows is the tail, in which too few are left to ring.
 * Safe for any thread.
 */
final class SlotUse {
    private final int channels;
    private final List<Change> changes = new ArrayList<>();
    private int taken;
    private int most;

    SlotUse(int channels) {
        this.channels = channels;
    }

    private record Change(long at, int by, int taken) {}

    synchronized void taken(long at) {
        taken++;
        most = Math.max(most, taken);
        changes.add(new Change(at, 1, taken));
    }

    synchronized void freed(long at) {
        taken--;
        changes.add(new Change(at, -1, taken));
    }

    /**
     * @param use share of the channels' time in the body
     * @param placed calls placed in the body
     * @param refillP99 from one channel's getting free to the next call's being placed
     */
    record Figures(
            double use,
            int most,
            double bodySeconds,
            int placed,
            double refillP50,
            double refillP99) {}

    synchronized Figures figures() {
        var full = changes.stream().filter(change -> change.taken() == channels).toList();
        if (full.isEmpty()) {
            throw new IllegalStateException("the channels were never all taken");
        }
        var from = full.getFirst().at();
        var to = full.getLast().at();
        var refills = new ArrayList<Long>();
        Queue<Long> free = new ArrayDeque<>();
        var area = 0.0;
        var placed = 0;
        var last = from;
        var level = channels;
        for (var change : changes) {
            if (change.at() <= from || change.at() > to) {
                continue;
            }
            area += (double) (change.at() - last) * level;
            last = change.at();
            level = change.taken();
            if (change.by() < 0) {
                if (change.taken() < channels) {
                    free.add(change.at());
                }
            } else {
                placed++;
                var since = free.poll();
                if (since != null) {
                    refills.add(change.at() - since);
                }
            }
        }
        var sorted = refills.stream().sorted().toList();
        return new Figures(
                area / ((double) (to - from) * channels),
                most,
                (to - from) / 1e9,
                placed,
                quantile(sorted, 0.5) / 1e6,
                quantile(sorted, 0.99) / 1e6);
    }

    private static double quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
