package cn.anxin.hotline.escalation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every state of a small world, breadth first, so that the shortest way to a breach is
 * found: one elder, a volunteer, a backup and a desk; two nodes; and of each trouble so many.
 */
final class Explorer {
    /** One state in so many is followed to its end. */
    private final int followedOneIn;

    private final PaperRooms rooms;
    private final Set<Fingerprint> seen = new HashSet<>();
    private final Queue<Reached> edge = new ArrayDeque<>();
    private long moves;
    private long followed;
    private int depth;

    Explorer(int followedOneIn) {
        this.followedOneIn = followedOneIn;
        var town = new PaperTown().desk("desk").person(1, 1, 2);
        rooms =
                new PaperRooms(
                        town,
                        Map.of(
                                "escalation.talk-limit", "30s",
                                "escalation.seen", "4m",
                                "escalation.settled", "4m",
                                "escalation.daily-cap", "1000",
                                "escalation.quiet-from", "00:00",
                                "escalation.quiet-until", "00:00"));
    }

    /** How it came to be. */
    private record Way(@Nullable Way before, Move move) {}

    private record Reached(World world, @Nullable Way way, int depth) {}

    /**
     * @param whole whether no state was left out
     */
    record Explored(long states, long moves, long followed, int depth, boolean whole) {
        @Override
        public String toString() {
            return "states=%d, moves=%d, followed-to-the-end=%d, depth=%d, %s"
                    .formatted(
                            states, moves, followed, depth, whole ? "exhausted" : "not exhausted");
        }
    }

    /**
     * @throws AssertionError with the moves that led there, if a law is broken
     */
    Explored explore(Severity severity, Troubles troubles, long mostStates) {
        var beginning = new World(2);
        beginning.troubles = troubles;
        rooms.enter(beginning);
        rooms.open(1, severity);
        visit(new Reached(beginning, null, 0));
        while (!edge.isEmpty() && seen.size() < mostStates) {
            var from = edge.remove();
            depth = from.depth();
            for (var move : Moves.of(from.world())) {
                go(from, move);
            }
        }
        return new Explored(seen.size(), moves, followed, depth, edge.isEmpty());
    }

    private void go(Reached from, Move move) {
        moves++;
        var world = new World(from.world());
        var to = new Reached(world, new Way(from.way(), move), from.depth() + 1);
        try {
            rooms.enter(world);
            move.make(rooms);
            Laws.hold(world);
            forget(world);
            visit(to);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(told(to) + "\n" + e.getMessage(), e);
        }
    }

    private void visit(Reached reached) {
        var fingerprint = Fingerprint.of(rooms, reached.world());
        if (seen.add(fingerprint)) {
            edge.add(reached);
            if (Math.floorMod(fingerprint.one(), followedOneIn) == 0) {
                follow(reached.world());
            }
        }
    }

    /** Though only the desk answers; and if anybody does. */
    private void follow(World world) {
        followed++;
        rooms.enter(new World(world));
        new FairRun(rooms, actor -> actor.value().startsWith("duty:"), World.Key.SETTLE)
                .untilNobodyIsLookedFor(400);
        rooms.enter(new World(world));
        new FairRun(rooms, _ -> true, World.Key.SETTLE).untilAllIsSettled(600);
    }

    /** What no rule asks for any more; else every lap would make another world. */
    private static void forget(World world) {
        world.calls.removeIf(row ->
                !row.isOpen()
                        && row.answer() == null
                        && row.step() + 1 < world.incident(row.incident()).course().step()
                        && world.underWay.stream().noneMatch(one -> one.call().equals(row.call()))
                        && world.nodes.stream()
                                .flatMap(List::stream)
                                .noneMatch(one -> one.call().equals(row.call())));
        world.news.removeIf(row -> row.nextAt() == null);
    }

    private static String told(Reached reached) {
        var told = new ArrayList<String>();
        for (var way = reached.way(); way != null; way = way.before()) {
            told.add(way.move().toString());
        }
        Collections.reverse(told);
        return String.join("\n", told);
    }
}
