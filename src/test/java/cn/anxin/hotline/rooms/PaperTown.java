package cn.anxin.hotline.rooms;

import cn.anxin.hotline.benchmark.BenchmarkHome;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.embedded.EmbeddedDatabases;
import cn.anxin.hotline.people.PeopleColumns;
import cn.anxin.hotline.testing.Noon;
import cn.anxin.hotline.testing.TestCache;
import cn.anxin.hotline.testing.TestSeal;
import cn.anxin.hotline.wellness.day.DayReport;
import cn.anxin.hotline.wellness.day.RoundInvariants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town on a PostgreSQL of its own that writes every commit to disk. Nothing rings. */
final class PaperTown {
    private static final int BATCH = 5000;

    private final ConfigurableApplicationContext house;
    private final JdbcClient jdbc;
    private final PaperTelephone telephone;
    private final int people;

    /** Everybody has moved in, and nobody is planned. */
    PaperTown(int people) throws IOException {
        this.house = house(BenchmarkHome.fresh());
        this.jdbc = house.getBean(JdbcClient.class);
        this.telephone = house.getBean(PaperTelephone.class);
        this.people = people;
        settle();
    }

    int people() {
        return people;
    }

    private static ConfigurableApplicationContext house(Path home) {
        return new SpringApplicationBuilder(Rooms.class, Migrated.class)
                .web(WebApplicationType.NONE)
                .initializers(new EmbeddedDatabases())
                .properties(
                        "spring.config.location=optional:classpath:/none/",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "hotline.home=" + home,
                        "hotline.zone=" + Noon.zone().getId(),
                        "hotline.seal.keys=" + TestSeal.FILE,
                        "hotline.embedded.cache=" + TestCache.directory(),
                        "hotline.redis.url=redis://127.0.0.1:1",
                        "hotline.duty.phones[0].name=值班一号",
                        "hotline.duty.phones[0].account=8001")
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    static class Migrated {}

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

    /** Everybody's check of today. */
    void plan() {
        drain("round-plan");
    }

    void fewAreDue(int few) {
        due(
                "id in (select id from wellness_check where state = 'WAITING' order by id %% 97, id limit %d)"
                        .formatted(few));
    }

    void allAreDue() {
        due("state = 'WAITING'");
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

    void allEnterTheQueue() {
        drain("check-queue");
    }

    void ring(int lines) {
        work("checks").sweep(lines);
    }

    /**
     * Nobody answers.
     *
     * @throws IllegalStateException if nobody was rung
     */
    int endAll() {
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

    void totals() {
        var now = house.getBean(Clock.class).instant();
        house.getBean(DayReport.class).of(LocalDate.ofInstant(now, Noon.zone()));
    }

    void invariants() {
        house.getBean(RoundInvariants.class).breaches();
    }

    void absences() {
        house.getBean(MovableClock.class).move(Duration.ofMinutes(1));
        work("absences").sweep(100);
    }

    private void drain(String name) {
        var work = work(name);
        while (work.sweep(100) > 0) {
            // until there is no more of it
        }
    }

    private DueWork work(String name) {
        return house.getBeansOfType(DueWork.class).values().stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
