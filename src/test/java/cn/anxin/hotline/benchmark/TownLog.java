package cn.anxin.hotline.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the simulated carrier saw: each call it was asked for, from INVITE to end, by its own clock.
 *
 * @param happenings in the order of their times
 */
record TownLog(List<Happening> happenings) {
    private static final Pattern LINE = Pattern.compile("(\\d+)\\.(\\d{3}) (\\S+) (\\S+).*");

    /** The town writes an end down a little after the BYE that told of it; milliseconds. */
    private static final long LAG = 100;

    /** Numbers reached through the trunk; what is shorter is a telephone of the duty desk. */
    private static final int OUTSIDE = 8;

    /**
     * @param at in milliseconds since 1970
     * @param what {@code invited}, {@code answered}, {@code hung-up} …
     */
    record Happening(long at, String telephone, String what) {

        boolean onTheTrunk() {
            return telephone.length() >= OUTSIDE;
        }

        boolean begins() {
            return what.equals("invited");
        }

        boolean ends() {
            return what.equals("hung-up");
        }
    }

    static TownLog of(List<String> lines) {
        return new TownLog(
                lines.stream()
                        .map(LINE::matcher)
                        .filter(line -> line.matches())
                        .map(line ->
                                new Happening(
                                        Long.parseLong(line.group(1) + line.group(2)),
                                        line.group(3),
                                        line.group(4)))
                        .sorted(Comparator.comparingLong(Happening::at))
                        .toList());
    }

    /** How full the trunk was. */
    SlotUse trunk(int channels) {
        var use = new SlotUse(channels);
        for (var one : happenings) {
            if (one.onTheTrunk() && one.begins()) {
                use.taken(one.at() * 1_000_000, SlotUse.EVER, false);
            } else if (one.onTheTrunk() && one.ends()) {
                use.freed(one.at() * 1_000_000);
            }
        }
        return use;
    }

    /** Telephones that were rung while they rang or talked already. */
    List<String> rungTwiceAtOnce() {
        var live = new HashMap<String, Integer>();
        var twice = new ArrayList<String>();
        for (var one : happenings) {
            if (!one.onTheTrunk()) {
                continue;
            }
            if (one.begins() && live.merge(one.telephone(), 1, Integer::sum) > 1) {
                twice.add(one.telephone() + " at " + one.at());
            } else if (one.ends()) {
                live.merge(one.telephone(), -1, Integer::sum);
            }
        }
        return twice;
    }

    /** Calls that never ended. */
    int unended() {
        return (int)
                (happenings.stream().filter(Happening::begins).count()
                        - happenings.stream().filter(Happening::ends).count());
    }

    /** How often there were more calls on the trunk than that. */
    long violations(int channels) {
        return beyond(channels).stream().filter(time -> time > LAG).count();
    }

    /** How long there were, each time in milliseconds. */
    List<Long> beyond(int channels) {
        var times = new ArrayList<Long>();
        var since = 0L;
        var taken = 0;
        for (var one : happenings) {
            if (one.onTheTrunk() && one.begins() && ++taken == channels + 1) {
                since = one.at();
            } else if (one.onTheTrunk() && one.ends() && --taken == channels) {
                times.add(one.at() - since);
            }
        }
        return times;
    }

    /** How often something happened to telephones of the duty desk between two moments. */
    long atTheDesk(String what, long from, long until) {
        return happenings.stream()
                .filter(one -> !one.onTheTrunk() && one.what().equals(what))
                .filter(one -> one.at() >= from && one.at() < until)
                .count();
    }

    long begun() {
        return happenings.stream().filter(one -> one.onTheTrunk() && one.begins()).count();
    }
}
