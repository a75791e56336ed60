package cn.anxin.hotline.benchmark;

import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Dialogue;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.day.DayReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole day's round of a town, or of a city, in the town's own time: everybody is planned, rung,
 * and in the end confirmed, or has an incident that somebody took and settled. Arguments: people,
 * channels.
 */
final class WholeTownBenchmark {
    /** Shanghai, early enough for the longest round. */
    private static final Instant MORNING = Instant.parse("2026-02-28T16:00:10Z");

    /** As often as the service sweeps when nobody nudges. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final int BATCH = 50;
    private static final int PEOPLE_A_CHANNEL = 800;

    /** Calls last 35 s on average: a little more than what keeps all channels full. */
    private static final int SECONDS_TO_FILL_ALL_CHANNELS = 25;

    private final JdbcClient jdbc;
    private final TownClock clock;
    private final TimelessLine line;
    private final Map<String, DueWork> works;
    private final Incidents incidents;
    private final DayReport days;
    private final LocalDate today;

    private WholeTownBenchmark(ConfigurableApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.clock = context.getBean(TownClock.class);
        this.line = context.getBean(TimelessLine.class);
        this.works =
                context.getBeansOfType(DueWork.class).values().stream()
                        .collect(Collectors.toMap(DueWork::name, work -> work));
        this.incidents = context.getBean(Incidents.class);
        this.days = context.getBean(DayReport.class);
        this.today = LocalDate.ofInstant(MORNING, context.getBean(HotlineSettings.class).zone());
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) throws IOException {
        var people = FullLinesBenchmark.number(arguments, 0, 3500);
        var channels =
                FullLinesBenchmark.number(arguments, 1, Math.max(4, people / PEOPLE_A_CHANNEL));
        var callsPerSecond = Math.max(1, channels / SECONDS_TO_FILL_ALL_CHANNELS);
        var application =
                BenchmarkRooms.application(
                        Parts.class,
                        "hotline.wellness.daily=true",
                        "spring.flyway.default-schema=public",
                        "hotline.people.default-window=00:00-23:59",
                        "bench.channels=" + channels,
                        "bench.calls-per-second=" + callsPerSecond);
        application.addInitializers(new TownClock.Installed(MORNING));
        try (var context = application.run()) {
            var town = new WholeTownBenchmark(context);
            town.live(people);
            return town.account(people)
                    .say("channels", channels)
                    .say("calls-per-second", callsPerSecond)
                    .print();
        }
    }

    private void live(int people) {
        new PeopleOfTheTown(jdbc).moveIn(people);
        var began = System.nanoTime();
        while (sweep("round-plan") > 0) {}
        jdbc.sql("analyze").update();
        System.out.printf("  planned in %.1f s%n", (System.nanoTime() - began) / 1e9);
        var progress = new Progress(people);
        while (unended()) {
            clock.set(clock.instant().plus(TICK), jdbc);
            line.endWhatIsOver();
            for (var name : List.of("check-queue", "checks", "common-causes", "escalation")) {
                while (sweep(name) >= BATCH) {}
            }
            settleWhatIsTaken();
            if (progress.due()) {
                progress.tell(
                        all("wellness_check where state = 'ENDED'"),
                        ", %,d calls until %s of the town's time"
                                .formatted(line.placed(), clock.instant()));
            }
        }
    }

    private int sweep(String work) {
        return Objects.requireNonNull(works.get(work)).sweep(BATCH);
    }

    /** Whoever takes an incident has seen the person soon after. */
    private void settleWhatIsTaken() {
        for (var id :
                jdbc.sql(
                                "select id from incident where state = 'TAKEN' and next_action_at is not null")
                        .query(Long.class)
                        .list()) {
            incidents.settle(id, Actor.duty("值班一号"), IncidentOutcome.WELL, "");
        }
    }

    private boolean unended() {
        return line.nextEnd().isPresent()
                || any("wellness_check where next_action_at is not null")
                || any("incident where next_action_at is not null");
    }

    private boolean any(String what) {
        return all("(select from " + what + " limit 1) as any_of_them") > 0;
    }

    private int all(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private Proof account(int people) {
        var totals = days.of(today).totals();
        var figures = line.use().figures();
        return new Proof("whole-town", "%,d people".formatted(people))
                .count("roster", all("person"), people)
                .say("totals", totals)
                .count("sum-of-totals", totals.sum(), people)
                .count("open", totals.open() + totals.notDue(), 0)
                .count("checks-ended", all("wellness_check where state = 'ENDED'"), people)
                .count(
                        "people-without-check",
                        all(
                                "person where not exists (select from wellness_check where person_id = person.id)"),
                        0)
                .count(
                        "escalated-without-incident",
                        all("wellness_check where verdict = 'ESCALATED' and incident_id is null"),
                        0)
                .count("unsettled", all("incident where state <> 'SETTLED'"), 0)
                .count("cap-violations", line.refused(), 0)
                .say("calls", line.placed())
                .say("incidents", all("incident"))
                .say("alarms", all("alarm"))
                .say("most-channels", figures.most())
                .say("slot-use", "%.3f".formatted(figures.use()))
                .say("body", "%.1fh of the town's time".formatted(figures.bodySeconds() / 3600));
    }

    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        Nudges nudges() {
            return new Nudges();
        }

        @Bean
        TownClock clock() {
            return new TownClock(MORNING);
        }

        @Bean
        TimelessLine line(
                @Value("${bench.channels}") int channels,
                @Value("${bench.calls-per-second}") int callsPerSecond,
                TownClock clock,
                ObjectProvider<CallWatcher> watchers,
                ObjectProvider<Dialogue> dialogues) {
            return new TimelessLine(channels, callsPerSecond, clock, watchers, dialogues);
        }
    }
}
