package cn.anxin.hotline.rooms;

import cn.anxin.hotline.benchmark.Proof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What planning and sweeping cost, for towns of different sizes. The towns stand side by side and
 * take turns lap by lap, so that whatever else keeps the machine busy costs all of them the same.
 * Arguments: people of each town, the smallest first.
 */
final class RoundBenchmark {
    private static final int LINES = 50;
    private static final int WARM_UP_LAPS = 10;
    private static final int LAPS = 30;

    private final List<PaperTown> towns;

    private RoundBenchmark(List<PaperTown> towns) {
        this.towns = towns;
    }

    public static void main(String[] arguments) throws IOException {
        var sizes =
                arguments.length == 0
                        ? new int[] {3500, 35_000, 350_000}
                        : Arrays.stream(arguments).mapToInt(Integer::parseInt).sorted().toArray();
        var towns = new ArrayList<PaperTown>();
        for (var size : sizes) {
            towns.add(new PaperTown(size));
            say("a town of %,d people is made", size);
        }
        new RoundBenchmark(towns).run();
        System.exit(0);
    }

    private void run() {
        towns.forEach(RoundBenchmark::plan);
        towns.forEach(town -> town.fewAreDue(LINES * (WARM_UP_LAPS + LAPS)));
        calls("few due");
        towns.forEach(PaperTown::allAreDue);
        enter();
        calls("all due");
        for (var town : towns) {
            time(town, "the day's totals", PaperTown::totals);
            time(town, "the invariants", PaperTown::invariants);
            time(town, "absences", PaperTown::absences);
        }
    }

    private static void plan(PaperTown town) {
        var seconds = seconds(town::plan);
        new Proof("planner", "%,d people".formatted(town.people()))
                .say("people", town.people())
                .atMost("planned", seconds, 60, "s")
                .say("people-a-second", Math.round(town.people() / seconds))
                .print();
    }

    private void enter() {
        var costs =
                towns.stream()
                        .map(town -> 1e6 * seconds(town::allEnterTheQueue) / town.people())
                        .toList();
        proof("entering the queue", costs, "µs").print();
    }

    /** Rings as many as there are lines, and lets nobody answer, over and over. */
    private void calls(String situation) {
        var rings = towns.stream().map(_ -> new ArrayList<Double>()).toList();
        var ends = towns.stream().map(_ -> new ArrayList<Double>()).toList();
        for (int lap = 0; lap < WARM_UP_LAPS + LAPS; lap++) {
            for (int t = 0; t < towns.size(); t++) {
                var town = towns.get(t);
                var ringing = seconds(() -> town.ring(LINES));
                var begun = System.nanoTime();
                var ended = town.endAll();
                var ending = (System.nanoTime() - begun) / 1e9;
                if (lap >= WARM_UP_LAPS) {
                    rings.get(t).add(1e3 * ringing / ended);
                    ends.get(t).add(1e3 * ending / ended);
                }
            }
        }
        proof(situation + ", until it rings", medians(rings), "ms").print();
        proof(situation + ", until its end is kept", medians(ends), "ms").print();
    }

    private static List<Double> medians(List<ArrayList<Double>> costs) {
        return costs.stream()
                .map(ofTown -> ofTown.stream().sorted().toList().get(ofTown.size() / 2))
                .toList();
    }

    /**
     * @param costs of one check, by town
     */
    private Proof proof(String what, List<Double> costs, String unit) {
        var proof = new Proof("sweep", what);
        for (int t = 0; t < towns.size(); t++) {
            var people = "%,d people".formatted(towns.get(t).people());
            proof.say(people, "%.2f%s a check".formatted(costs.get(t), unit));
            if (t > 0) {
                proof.between(
                        people + " to " + towns.getFirst().people(),
                        costs.get(t) / costs.getFirst(),
                        0.8,
                        1.2);
            }
        }
        return proof;
    }

    private static void time(PaperTown town, String what, Consumer<PaperTown> work) {
        work.accept(town);
        say(
                "%,d people: %s in %.0f ms",
                town.people(), what, 1000 * seconds(() -> work.accept(town)));
    }

    private static double seconds(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String form, Object... values) {
        System.out.println("  " + form.formatted(values));
    }
}
