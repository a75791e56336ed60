package cn.anxin.hotline.rooms;

import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.embedded.DurablePostgres;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.seal.V7__SealPersonalDetails;
import cn.anxin.hotline.testing.Noon;
import cn.anxin.hotline.testing.TestSeal;
import cn.anxin.hotline.wellness.day.DayReport;
import cn.anxin.hotline.wellness.day.RoundInvariants;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * What planning and sweeping cost, for towns from 3,500 to 350,000 people, on a PostgreSQL that
 * writes every commit to disk. Nothing rings. Run by hand: {@code RoundBenchmark [people …]}.
 */
final class RoundBenchmark {
    private static final int CALLS = 1000;
    private static final int LINES = 50;
    private static final int WARM_UP_LAPS = 10;
    private static final int BATCH = 5000;

    private final ConfigurableApplicationContext house;
    private final JdbcClient jdbc;
    private final PaperTelephone telephone;
    private final int people;

    private RoundBenchmark(ConfigurableApplicationContext house, int people) {
        this.house = house;
        this.jdbc = house.getBean(JdbcClient.class);
        this.telephone = house.getBean(PaperTelephone.class);
        this.people = people;
    }

    public static void main(String[] args) throws Exception {
        var sizes =
                args.length == 0
                        ? new int[] {3500, 35_000, 350_000}
                        : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (var size : sizes) {
            var home = Files.createTempDirectory("round-benchmark");
            try (var postgres = DurablePostgres.start(home);
                    var house = house(postgres.address())) {
                new RoundBenchmark(house, size).run();
            } finally {
                FileSystemUtils.deleteRecursively(home);
            }
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext house(Map<String, String> address)
            throws IOException {
        Flyway.configure()
                .dataSource(
                        address.get("spring.datasource.url"),
                        address.get("spring.datasource.username"),
                        address.get("spring.datasource.password"))
                .locations("classpath:db/migration")
                .javaMigrations(new V7__SealPersonalDetails(TestSeal.KEYS))
                .load()
                .migrate();
        var settings = new HashMap<String, Object>(address);
        settings.put("spring.config.location", "optional:classpath:/none/");
        settings.put("logging.level.root", "warn");
        settings.put("hotline.duty.phones[0].name", "值班一号");
        settings.put("hotline.duty.phones[0].account", "8001");
        settings.put("hotline.home", "target/benchmark");
        settings.put("hotline.zone", Noon.zone().getId());
        settings.put("hotline.seal.keys", TestSeal.FILE.toString());
        return new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run();
    }

    private void run() {
        var begun = System.nanoTime();
        settle();
        say("town of %,d made in %,d s", people, millisSince(begun) / 1000);
        begun = System.nanoTime();
        drain("round-plan");
        var planned = millisSince(begun);
        say("planned in %,d ms: %,d people/s", planned, people * 1000L / Math.max(1, planned));
        jdbc.sql("vacuum analyze wellness_check").update();

        due(
                "id in (select id from wellness_check where state = 'WAITING' order by id %% 97, id limit %d)"
                        .formatted(2 * CALLS));
        calls("some due");
        due("state = 'WAITING'");
        begun = System.nanoTime();
        drain("check-queue");
        say("all due: entered the queue at %.0f µs a check", 1000.0 * millisSince(begun) / people);
        calls("all due");
        explain();
        time("the day's totals", () -> day());
        time("the invariants", () -> house.getBean(RoundInvariants.class).breaches());
        time(
                "absences",
                () -> {
                    house.getBean(MovableClock.class).move(Duration.ofMinutes(1));
                    work("absences").sweep(100);
                });
    }

    private void day() {
        var now = house.getBean(Clock.class).instant();
        house.getBean(DayReport.class).of(LocalDate.ofInstant(now, Noon.zone()));
    }

    /** Everybody with a number, two categories and a window this afternoon; some away. */
    private void settle() {
        jdbc.sql("insert into committee (name) select '居委' || n from generate_series(1, 40) n")
                .update();
        jdbc.sql(
                        """
                        insert into person (name, committee_id, window_opens, window_closes, risk,
                            created_at, updated_at)
                        select '人', 1 + n % 40, make_time(13 + n % 4, 0, 0),
                            make_time(15 + n % 4, 0, 0),
                            (array['LOW', 'NORMAL', 'NORMAL', 'HIGH'])[1 + n % 4],
                            now() - interval '30 days', now() - interval '30 days'
                        from generate_series(1, :people) n
                        """)
                .param("people", people)
                .update();
        jdbc.sql(
                        """
                        insert into person_category
                        select id, unnest(array['LIVING_ALONE', 'VERY_OLD']) from person
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into person_plan (person_id, wishes, changed_by)
                        select id, '{"attempts": 4}', 'api' from person where id % 100 = 0
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into pause (person_id, begins_on, back_on, owner, reason, next_action_at)
                        select id, now()::date - 3, now()::date + 9, 'duty:值班一号', 'TRAVEL', now()
                        from person where id % 50 = 0
                        """)
                .update();
        for (long first = 1; first <= people; first += BATCH) {
            numbers(first, Math.min(people, first + BATCH - 1));
        }
        jdbc.sql("vacuum analyze").update();
    }

    private void numbers(long first, long last) {
        var ids = LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
        var sealed = new byte[ids.length][];
        var indexes = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            var number = new PhoneNumber("+86138%08d".formatted(ids[i]));
            sealed[i] = TestSeal.SEAL.sealNumber(PeopleColumns.NUMBER, ids[i], number);
            indexes[i] = TestSeal.INDEX.of(number);
        }
        jdbc.sql(
                        """
                        insert into person_number (person_id, position, number, number_index)
                        select id, 1, number, index
                        from unnest(cast(:ids as bigint[]), cast(:numbers as bytea[]),
                            cast(:indexes as bytea[])) as told (id, number, index)
                        """)
                .param("ids", ids)
                .param("numbers", sealed)
                .param("indexes", indexes)
                .update();
    }

    private void due(String which) {
        jdbc.sql(
                        """
                        update wellness_check set window_opens_at = now(), next_action_at = now()
                        where not queued and %s
                        """
                                .formatted(which))
                .update();
        jdbc.sql("vacuum analyze wellness_check").update();
    }

    /** Rings as many as there are lines, and lets nobody answer, over and over. */
    private void calls(String what) {
        long ringing = 0;
        long ending = 0;
        int called = 0;
        for (int lap = 0; called < CALLS; lap++) {
            var begun = System.nanoTime();
            work("checks").sweep(LINES);
            var rung = System.nanoTime();
            int ended = endAll();
            if (lap >= WARM_UP_LAPS) {
                ringing += rung - begun;
                ending += System.nanoTime() - rung;
                called += ended;
            }
        }
        say(
                "%s: %d calls, %.2f ms a due check until it rings, %.2f ms until its end is kept",
                what, called, ringing / 1e6 / called, ending / 1e6 / called);
    }

    private int endAll() {
        int ended = 0;
        while (!telephone.silent()) {
            telephone.end(telephone.ringsWhoever(), CallOutcome.NO_ANSWER);
            ended++;
        }
        if (ended == 0) {
            throw new IllegalStateException("nobody is due");
        }
        return ended;
    }

    private void explain() {
        plan(
                "claim",
                """
                select id from wellness_check
                where state = 'WAITING' and queued
                    and not exists (select from attempt
                        where attempt.person_id = wellness_check.person_id and ended_at is null)
                order by precedence desc, window_closes_at, id
                limit 1
                for update skip locked
                """);
        plan(
                "enter",
                """
                select id from wellness_check
                where state = 'WAITING' and not queued and next_action_at <= now()
                order by next_action_at, precedence desc
                limit 50
                for update skip locked
                """);
        plan(
                "closed",
                """
                select id from wellness_check
                where state = 'WAITING' and window_closes_at <= now()
                    and not exists (select from attempt
                        where attempt.person_id = wellness_check.person_id and ended_at is null)
                order by window_closes_at
                limit 1
                for update skip locked
                """);
    }

    private void plan(String what, String query) {
        say("plan of %s:", what);
        jdbc.sql("explain (analyze, buffers, costs off) " + query)
                .query(String.class)
                .list()
                .forEach(line -> say("    %s", line));
    }

    private void time(String what, Runnable work) {
        work.run();
        var begun = System.nanoTime();
        work.run();
        say("%s: %,d ms", what, millisSince(begun));
    }

    private void drain(String name) {
        var work = work(name);
        while (work.sweep(LINES) > 0) {
            // until there is no more of it
        }
    }

    private DueWork work(String name) {
        return house.getBeansOfType(DueWork.class).values().stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void say(String form, Object... values) {
        System.out.println(form.formatted(values));
    }
}
