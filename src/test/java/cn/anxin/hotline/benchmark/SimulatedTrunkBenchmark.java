package cn.anxin.hotline.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How full the round keeps a real trunk in its body, by the carrier's own record: real Asterisk,
 * real SIP and voice, in real time. Arguments: people, channels of the round.
 */
final class SimulatedTrunkBenchmark {
    private static final long SEED = 20260301;
    private static final int RESERVE = 6;

    /** The town writes an end down a little after the BYE that told of it; milliseconds. */
    private static final long LAG = 100;

    private SimulatedTrunkBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var people = FullLinesBenchmark.number(arguments, 0, 360);
        var channels = FullLinesBenchmark.number(arguments, 1, 24);
        var load = load();
        try (var round = new TownRound(town(people), channels + RESERVE, RESERVE)) {
            round.begin();
            System.out.println("  a round of " + people + " over " + channels + " channels");
            round.awaitEnd();
            print(round, people, channels, load);
        }
    }

    /** Everybody is well; one in eight is out when the telephone first rings. */
    private static List<Neighbour> town(int people) {
        var random = new SplittableRandom(SEED);
        return IntStream.rangeClosed(1, people)
                .mapToObj(place -> {
                    var well =
                            "answers-after %d presses 1 %d"
                                    .formatted(random.nextInt(2, 9), random.nextInt(4, 13));
                    var does = place % 8 == 0 ? "answers-on-try 2 " + well : well;
                    return new Neighbour(place, does, "CONFIRMED");
                })
                .toList();
    }

    private static void print(TownRound round, int people, int channels, String load) {
        var log = round.log();
        var figures = log.trunk(channels).figures();
        var beyond = log.beyond(channels);
        var least =
                Math.max(
                        figures.use() * figures.bodySeconds(),
                        (double) figures.placed() / TownRound.CALLS_PER_SECOND);
        BenchmarkRooms.print(
                "simulated-trunk",
                List.of(
                        "people=" + people,
                        "channels=" + channels,
                        "body=%.1fs".formatted(figures.bodySeconds()),
                        "placed=" + figures.placed(),
                        "slot-use=%.3f".formatted(figures.use()),
                        "makespan-ratio=%.3f".formatted(figures.bodySeconds() / least),
                        "most-channels=" + figures.most(),
                        "beyond-cap=" + beyond,
                        "cap-violations=" + beyond.stream().filter(ms -> ms > LAG).count(),
                        "refill-p50=%.0fms".formatted(figures.refillP50()),
                        "refill-p99=%.0fms".formatted(figures.refillP99()),
                        "calls=" + log.begun(),
                        "confirmed=" + round.sum().at("/totals/confirmed").asInt(),
                        "load-before=" + load,
                        "load-after=" + load()));
    }

    private static String load() {
        return "%.2f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
