package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.wellness.round.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How full the round keeps the channels in its body: the service's own loop, in real time, on its
 * own PostgreSQL. Arguments: people, channels, calls a second, how many times faster than life.
 */
final class FullLinesBenchmark {

    private FullLinesBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var people = number(arguments, 0, 1500);
        var channels = number(arguments, 1, 24);
        var callsPerSecond = number(arguments, 2, 100);
        var speed = number(arguments, 3, 20);
        var home = Files.createTempDirectory("round-benchmark");
        var application =
                BenchmarkRooms.application(
                        home,
                        Parts.class,
                        "hotline.wellness.daily=false",
                        "hotline.wellness.make-up=12h",
                        "hotline.wellness.spacing.busy=5s",
                        "hotline.wellness.spacing.no-answer=5s",
                        "bench.channels=" + channels,
                        "bench.calls-per-second=" + callsPerSecond,
                        "bench.speed=" + speed);
        try (var context = application.run()) {
            var jdbc = context.getBean(JdbcClient.class);
            new PeopleOfTheTown(jdbc).moveIn(people);
            context.getBean(Rounds.class).startNow(List.of());
            while (unended(jdbc) > 0) {
                Thread.sleep(1000);
            }
            print(
                    context.getBean(SimulatedLine.class).use().figures(),
                    people,
                    channels,
                    callsPerSecond,
                    speed);
        }
    }

    private static int unended(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from wellness_check where state <> 'ENDED'")
                .query(Integer.class)
                .single();
    }

    private static void print(
            SlotUse.Figures figures, int people, int channels, int callsPerSecond, int speed) {
        var channelSeconds = figures.use() * figures.bodySeconds();
        var least = Math.max(channelSeconds, (double) figures.placed() / callsPerSecond);
        BenchmarkRooms.print(
                "full-lines",
                List.of(
                        "people=" + people,
                        "channels=" + channels,
                        "calls-per-second=" + callsPerSecond,
                        "speed=" + speed,
                        "body=%.1fs".formatted(figures.bodySeconds()),
                        "placed=" + figures.placed(),
                        "slot-use=%.3f".formatted(figures.use()),
                        "makespan-ratio=%.3f".formatted(figures.bodySeconds() / least),
                        "most-channels=" + figures.most(),
                        "refill-p50=%.1fms".formatted(figures.refillP50()),
                        "refill-p99=%.1fms".formatted(figures.refillP99())));
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
