package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.wellness.day.DayReport;
import cn.anxin.hotline.wellness.day.Totals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happened to whomever, everybody of the roster is counted once. */
class DayTotalsTest extends ConsoleStory {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int PEOPLE = 120;

    @Autowired DayReport report;

    /** What may have become of a person on the day, and how it must be counted. */
    private enum Fate {
        CONFIRMED,
        CLEARED,
        AWAY,
        ESCALATED_OPEN,
        ESCALATED_SETTLED,
        CALLING,
        TRIED_AND_WAITING,
        WINDOW_OPEN_UNTRIED,
        TRIED_BEFORE_ITS_WINDOW,
        WINDOW_NOT_OPEN,
        NO_CHECK
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void addUpToTheRosterWhateverHappened(long seed) {
        var random = new Random(seed);
        var expected = new TreeMap<String, List<Fate>>();
        for (int i = 0; i < PEOPLE; i++) {
            var committee = "示范" + random.nextInt(5) + "居委";
            var enrolled = random.nextInt(5) > 0;
            var person = town.person("人", town.committee(committee), enrolled);
            var fate = Fate.values()[random.nextInt(Fate.values().length)];
            befalls(person, fate);
            // another day is none of this day's business
            town.ended(person, DAY.minusDays(1), "CONFIRMED", null);
            if (enrolled || fate != Fate.NO_CHECK) {
                expected.computeIfAbsent(committee, _ -> new ArrayList<>()).add(fate);
            }
        }

        var day = report.of(DAY);

        assertThat(day.committees())
                .extracting(DayReport.Committee::name)
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (var committee : day.committees()) {
            var fates = expected.getOrDefault(committee.name(), List.of());
            assertThat(committee.totals()).as(committee.name()).isEqualTo(totals(fates));
            assertThat(committee.roster()).isEqualTo(fates.size());
        }
        var all = expected.values().stream().flatMap(List::stream).toList();
        assertThat(day.totals()).isEqualTo(totals(all));
        assertThat(day.roster()).isEqualTo(all.size());
    }

    @Test
    void areGivenByTheInterfaceWithTheSameSum() {
        befalls(town.person("唐桂兰"), Fate.CONFIRMED);
        befalls(town.person("何凤英"), Fate.ESCALATED_SETTLED);
        befalls(town.person("梁雪珍"), Fate.NO_CHECK);

        program.get()
                .uri("/api/v1/days/2026-03-01")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"date": "2026-03-01", "roster": 3,
                         "totals": {"confirmed": 1, "cleared": 0, "away": 0,
                                    "escalated": 1, "open": 0, "notDue": 1},
                         "committees": [{"name": "示范一居委", "roster": 3,
                            "totals": {"confirmed": 1, "cleared": 0, "away": 0,
                                       "escalated": 1, "open": 0, "notDue": 1}}]}
                        """);
    }

    @Test
    void areNoughtForAnEmptyTown() {
        assertThat(report.of(DAY))
                .isEqualTo(new DayReport.Day(DAY, 0, new Totals(0, 0, 0, 0, 0, 0), List.of()));
    }

    private void befalls(long person, Fate fate) {
        switch (fate) {
            case CONFIRMED, CLEARED, AWAY -> town.ended(person, DAY, fate.name(), null);
            case ESCALATED_OPEN ->
                    town.ended(person, DAY, "ESCALATED", town.incident(person, "HELP", "OPEN"));
            case ESCALATED_SETTLED ->
                    town.ended(person, DAY, "ESCALATED", town.incident(person, "HELP", "SETTLED"));
            case CALLING -> town.unended(person, DAY, "CALLING", 1, "-1 h");
            case TRIED_AND_WAITING -> town.unended(person, DAY, "WAITING", 2, "-1 h");
            case WINDOW_OPEN_UNTRIED -> town.unended(person, DAY, "WAITING", 0, "-1 min");
            case TRIED_BEFORE_ITS_WINDOW -> town.unended(person, DAY, "WAITING", 1, "1 h");
            case WINDOW_NOT_OPEN -> town.unended(person, DAY, "WAITING", 0, "1 h");
            case NO_CHECK -> {}
        }
    }

    private static Totals totals(List<Fate> fates) {
        var counts = new TreeMap<Fate, Integer>();
        fates.forEach(fate -> counts.merge(fate, 1, Integer::sum));
        return new Totals(
                sum(counts, Fate.CONFIRMED),
                sum(counts, Fate.CLEARED),
                sum(counts, Fate.AWAY),
                sum(counts, Fate.ESCALATED_OPEN, Fate.ESCALATED_SETTLED),
                sum(
                        counts,
                        Fate.CALLING,
                        Fate.TRIED_AND_WAITING,
                        Fate.WINDOW_OPEN_UNTRIED,
                        Fate.TRIED_BEFORE_ITS_WINDOW),
                sum(counts, Fate.WINDOW_NOT_OPEN, Fate.NO_CHECK));
    }

    private static int sum(Map<Fate, Integer> counts, Fate... fates) {
        return List.of(fates).stream().mapToInt(fate -> counts.getOrDefault(fate, 0)).sum();
    }
}
