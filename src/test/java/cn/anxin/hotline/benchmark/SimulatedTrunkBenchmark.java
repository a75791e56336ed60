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

    private SimulatedTrunkBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var people = FullLinesBenchmark.number(arguments, 0, 360);
        var channels = FullLinesBenchmark.number(arguments, 1, 24);
        var load = load();
        int result;
        try (var round = new TownRound(town(people), channels + RESERVE, RESERVE)) {
            round.begin();
            round.awaitEnd();
            result = proof(round, people, channels).say("load", load + " to " + load()).print();
        }
        System.exit(result);
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

    private static Proof proof(TownRound round, int people, int channels) {
        var log = round.log();
        var figures = log.trunk(channels).figures();
        var least =
                Math.max(
                        figures.use() * figures.bodySeconds(),
                        (double) figures.placed() / TownRound.CALLS_PER_SECOND);
        return new Proof("simulated-trunk", "channels")
                .say("people", people)
                .say("channels", channels)
                .say("body", "%.1fs".formatted(figures.bodySeconds()))
                .say("placed", figures.placed())
                .say("most-channels", figures.most())
                .say("beyond-cap-ms", log.beyond(channels))
                .atLeast("slot-use", figures.use(), 0.95)
                .atMost("makespan-ratio", figures.bodySeconds() / least, 1.1, "")
                .count("cap-violations", log.violations(channels), 0)
                .say("refill-p50", "%.0fms".formatted(figures.refillP50()))
                .atMost("refill-p99", figures.refillP99(), 100, "ms")
                .count("confirmed", round.sum().at("/totals/confirmed").asInt(), people);
    }

    private static String load() {
        return "%.2f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
