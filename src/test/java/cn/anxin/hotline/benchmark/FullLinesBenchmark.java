package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.wellness.round.Rounds;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How full the round keeps the channels in its body, or how near it comes to the calls a second
 * that are allowed: the service's own loop, in real time, on its own PostgreSQL. Arguments: people,
 * channels, calls a second, how many times faster than life.
 */
final class FullLinesBenchmark {
    private final int people;
    private final int channels;
    private final int callsPerSecond;
    private final int speed;

    private FullLinesBenchmark(String[] arguments) {
        this.people = number(arguments, 0, 1500);
        this.channels = number(arguments, 1, 24);
        this.callsPerSecond = number(arguments, 2, 100);
        this.speed = number(arguments, 3, 20);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new FullLinesBenchmark(arguments).run());
    }

    private int run() throws IOException, InterruptedException {
        try (var context =
                BenchmarkRooms.application(
                                Parts.class,
                                "hotline.wellness.daily=false",
                                "hotline.wellness.make-up=12h",
                                "hotline.wellness.spacing.busy=5s",
                                "hotline.wellness.spacing.no-answer=5s",
                                "bench.channels=" + channels,
                                "bench.calls-per-second=" + callsPerSecond,
                                "bench.speed=" + speed)
                        .run()) {
            var jdbc = context.getBean(JdbcClient.class);
            new PeopleOfTheTown(jdbc).moveIn(people);
            var progress = new Progress(people);
            context.getBean(Rounds.class).startNow(List.of());
            var line = context.getBean(SimulatedLine.class);
            var ended = 0;
            while (ended < people || !line.silent()) {
                Thread.sleep(1000);
                ended = ended(jdbc);
                progress.tell(ended, "");
            }
            return proof(line).print();
        }
    }

    private static int ended(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from wellness_check where state = 'ENDED'")
                .query(Integer.class)
                .single();
    }

    private Proof proof(SimulatedLine line) {
        var figures = line.use().figures();
        var channelSeconds = figures.use() * figures.bodySeconds();
        var rateSeconds = (double) figures.placed() / callsPerSecond;
        var boundByTheRate = rateSeconds > channelSeconds;
        var proof =
                new Proof("full-lines", boundByTheRate ? "calls a second" : "channels")
                        .say("people", people)
                        .say("channels", channels)
                        .say("calls-per-second", callsPerSecond)
                        .say("speed", speed)
                        .say("body", "%.1fs".formatted(figures.bodySeconds()))
                        .say("placed", figures.placed())
                        .say("most-channels", figures.most());
        if (boundByTheRate) {
            proof.say("slot-use", "%.3f".formatted(figures.use()));
        } else {
            proof.atLeast("slot-use", figures.use(), 0.95);
        }
        var least = Math.max(channelSeconds, rateSeconds);
        return proof.atMost("makespan-ratio", figures.bodySeconds() / least, 1.1, "")
                .count("cap-violations", line.beyondTheCap(), 0)
                .count("rate-violations", line.beyondTheRate(), 0)
                .say("refill-p50", "%.1fms".formatted(figures.refillP50()))
                .atMost("refill-p99", figures.refillP99(), 100, "ms");
    }

    static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("cn.anxin.hotline.duework")
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SimulatedLine line(
                @Value("${bench.channels}") int channels,
                @Value("${bench.calls-per-second}") int callsPerSecond,
                @Value("${bench.speed}") int speed,
                ObjectProvider<CallWatcher> watchers,
                ObjectProvider<Dialogue> dialogues,
                Clock clock) {
            return new SimulatedLine(channels, callsPerSecond, speed, watchers, dialogues, clock);
        }
    }
}
