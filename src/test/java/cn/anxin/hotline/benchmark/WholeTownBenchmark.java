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
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    private static final Duration REPORT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final TownClock clock;
    private final TimelessLine line;
    private final Map<String, DueWork> works;
    private final Incidents incidents;

    private WholeTownBenchmark(
            JdbcClient jdbc,
            TownClock clock,
            TimelessLine line,
            List<DueWork> works,
            Incidents incidents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.line = line;
        this.works = works.stream().collect(Collectors.toMap(DueWork::name, work -> work));
        this.incidents = incidents;
    }

    public static void main(String[] arguments) throws IOException {
        var people = FullLinesBenchmark.number(arguments, 0, 3500);
        var channels = FullLinesBenchmark.number(arguments, 1, Math.max(4, people / 800));
        var application =
                BenchmarkRooms.application(
                        Files.createTempDirectory("town-benchmark"),
                        Parts.class,
                        "hotline.wellness.daily=true",
                        "spring.flyway.default-schema=public",
                        "hotline.people.default-window=00:00-23:59",
                        "bench.channels=" + channels);
        application.addInitializers(new TownClock.Installed(MORNING));
        try (var context = application.run()) {
            var town =
                    new WholeTownBenchmark(
                            context.getBean(JdbcClient.class),
                            context.getBean(TownClock.class),
                            context.getBean(TimelessLine.class),
                            List.copyOf(context.getBeansOfType(DueWork.class).values()),
                            context.getBean(Incidents.class));
            town.live(people);
            town.account(
                    people,
                    channels,
                    context.getBean(DayReport.class),
                    context.getBean(HotlineSettings.class));
        }
    }

    private void live(int people) {
        var began = System.nanoTime();
        new PeopleOfTheTown(jdbc).moveIn(people);
        while (sweep("round-plan") > 0) {}
        jdbc.sql("analyze").update();
        say("planned in %.1f s".formatted((System.nanoTime() - began) / 1e9));
        var nextReport = clock.instant().plus(REPORT);
        while (unended()) {
            clock.set(clock.instant().plus(TICK), jdbc);
            line.endWhatIsOver();
            for (var name : List.of("check-queue", "checks", "common-causes", "escalation")) {
                while (sweep(name) >= BATCH) {}
            }
            settleWhatIsTaken();
            if (clock.instant().isAfter(nextReport)) {
                nextReport = nextReport.plus(REPORT);
                say(
                        "%s: %d calls, %.0f s"
                                .formatted(
                                        clock.instant(),
                                        line.placed(),
                                        (System.nanoTime() - began) / 1e9));
            }
        }
        say("done in %.0f s".formatted((System.nanoTime() - began) / 1e9));
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
                || count("wellness_check where next_action_at is not null") > 0
                || count("incident where next_action_at is not null") > 0;
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from (select from " + what + " limit 1) as any_of_them")
                .query(Integer.class)
                .single();
    }

    private int all(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private void account(int people, int channels, DayReport days, HotlineSettings hotline) {
        var day = days.of(LocalDate.ofInstant(MORNING, hotline.zone()));
        var figures = line.use().figures();
        BenchmarkRooms.print(
                "whole-town",
                List.of(
                        "people=" + people,
                        "channels=" + channels,
                        "calls=" + line.placed(),
                        "totals=" + day.totals(),
                        "checks-ended=" + all("wellness_check where state = 'ENDED'"),
                        "people-without-check="
                                + all(
                                        "person where not exists (select from wellness_check where person_id = person.id)"),
                        "escalated-without-incident="
                                + all(
                                        "wellness_check where verdict = 'ESCALATED' and incident_id is null"),
                        "incidents=" + all("incident"),
                        "unsettled=" + all("incident where state <> 'SETTLED'"),
                        "alarms=" + all("alarm"),
                        "most-channels=" + figures.most(),
                        "slot-use=%.3f".formatted(figures.use()),
                        "body=%.1fh of the town's time".formatted(figures.bodySeconds() / 3600)));
    }

    private static void say(String words) {
        System.out.println("  " + words);
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
                TownClock clock,
                ObjectProvider<CallWatcher> watchers,
                ObjectProvider<Dialogue> dialogues) {
            return new TimelessLine(channels, clock, watchers, dialogues);
        }
    }
}
