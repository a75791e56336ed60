package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;

/** Whoever follows {@code next} sees every item once, whatever the page's size. */
class ListsTest extends ConsoleStory {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
            new ParameterizedTypeReference<>() {};
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int ROWS = 23;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 22, 23, 24, 500})
    void ofPeopleAreComplete(int limit) {
        for (int i = 0; i < ROWS; i++) {
            town.person("唐桂兰", town.committee("示范一居委"), i % 4 > 0);
        }

        var items = all("/api/v1/people", limit);

        assertThat(items).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(items)
                .allSatisfy(item ->
                        assertThat(item).containsEntry("name", "唐**").containsKeys("id", "state"));
        assertThat(ids(items)).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 22, 23, 24, 500})
    void ofChecksAreComplete(int limit) {
        for (int i = 0; i < ROWS; i++) {
            var person = town.person("唐桂兰");
            town.ended(person, DAY, "CONFIRMED", null);
            town.ended(person, DAY.plusDays(1), "CONFIRMED", null);
        }

        var items = all("/api/v1/days/2026-03-01/checks", limit);

        assertThat(items).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void ofIncidentsAreCompleteAndFiltered(int limit) {
        for (int i = 0; i < ROWS; i++) {
            var person = town.person("唐桂兰");
            town.incident(person, "MISSED", "SETTLED");
            town.incident(person, "HELP", i % 2 == 0 ? "OPEN" : "TAKEN");
        }

        assertThat(all("/api/v1/incidents", limit)).hasSize(2 * ROWS).doesNotHaveDuplicates();
        assertThat(all("/api/v1/incidents?state=OPEN,TAKEN", limit))
                .hasSize(ROWS)
                .doesNotHaveDuplicates()
                .noneMatch(item -> Objects.equals(item.get("state"), "SETTLED"));
        assertThat(all("/api/v1/incidents?state=OPEN", limit)).hasSize(12);
        assertThat(all("/api/v1/incidents?state=SEEN", limit)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void ofCasesAreComplete(int limit) {
        var person = town.person("唐桂兰");
        for (int i = 0; i < ROWS; i++) {
            town.needCase("MEDICAL", i % 2 == 0 ? person : null);
        }

        var items = all("/api/v1/cases", limit);

        assertThat(items).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(items).allMatch(item -> Objects.equals(item.get("caller"), "******01"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500})
    void ofCallsAreCompleteThoughManyBeganAtOnce(int limit) {
        for (int i = 0; i < ROWS; i++) {
            town.call(
                    "chk-%03d".formatted(i),
                    "CHECK",
                    "2026-03-01T09:00:00.12345%d+08:00".formatted(i / 10));
        }

        var items = all("/api/v1/calls", limit);

        assertThat(items).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(items).allMatch(item -> Objects.equals(item.get("state"), "LIVE"));
    }

    @Test
    void ofNothingAreEmptyAndEnd() {
        for (var list :
                List.of("people", "incidents", "cases", "calls", "days/2026-03-01/checks")) {
            program.get()
                    .uri("/api/v1/" + list)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items")
                    .isEmpty()
                    .jsonPath("$.next")
                    .hasJsonPath();
        }
    }

    @Test
    void tellTimesWithTheTownsOffset() {
        town.call("chk-1", "CHECK", "2026-03-01T01:00:00Z");

        program.get()
                .uri("/api/v1/calls")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].startedAt")
                .isEqualTo("2026-03-01T09:00:00+08:00");
    }

    @Test
    void tellWhomAnIncidentRangAndWhomItRingsNext() {
        var person = town.person("唐桂兰");
        var volunteer = town.volunteer("朱翠花", "+8613900000100");
        town.pair(person, 1, volunteer);
        var incident = town.incident(person, "MISSED", "NOTIFYING");
        jdbc.sql("update incident set step = 1 where id = ?").param(incident).update();
        jdbc.sql(
                        """
                        insert into escalation_call (call_id, incident_id, step, contact, role,
                            kind, deadline_at, answer, outcome, ended_at)
                        values ('esc-1', ?, 0, ?, 'PAIRED', 'SUMMON', now(), 'DECLINED',
                            'ANSWERED', now())
                        """)
                .params(incident, "volunteer:" + volunteer)
                .update();

        program.get()
                .uri("/api/v1/incidents")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"state": "NOTIFYING", "severity": "MISSED",
                          "person": {"name": "唐**", "committee": "示范一居委"},
                          "nextAction": {"what": "RING", "who": ["值班一号", "值班手机"]},
                          "causes": [{"kind": "CHECK_MISSED"}],
                          "calls": [{"who": "朱**", "answer": "DECLINED", "outcome": "ANSWERED"}]
                        }]}
                        """);
    }

    @Test
    void showACheckWithTheIncidentItLedToThoughThatIsSettled() {
        var person = town.person("唐桂兰");
        town.ended(person, DAY, "ESCALATED", town.incident(person, "HELP", "SETTLED"));

        program.get()
                .uri("/api/v1/days/2026-03-01/checks")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"name": "唐**", "state": "ENDED", "verdict": "ESCALATED",
                          "incidentState": "SETTLED"}], "next": null}
                        """);
    }

    @Test
    void showTheDutyDeskWithNumbersMasked() {
        program.get()
                .uri("/api/v1/duty")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"queue": {"name": "duty", "waiting": 0}, "next": null,
                         "items": [{"id": "值班一号", "state": "ON_DUTY", "account": "8001"},
                                   {"id": "值班手机", "state": "ON_DUTY", "number": "******90"}]}
                        """);
    }

    private List<Map<String, Object>> all(String address, int limit) {
        var items = new ArrayList<Map<String, Object>>();
        var join = address.contains("?") ? "&" : "?";
        var next = "";
        do {
            var page = page(address + join + "limit=" + limit + next);
            assertThat(items(page)).hasSizeLessThanOrEqualTo(limit);
            items.addAll(items(page));
            var after = page.get("next");
            next = after == null ? null : "&after=" + after;
        } while (next != null);
        return items;
    }

    private Map<String, @Nullable Object> page(String address) {
        return Objects.requireNonNull(
                program.get()
                        .uri(address)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(OBJECT)
                        .returnResult()
                        .getResponseBody());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, @Nullable Object> page) {
        return (List<Map<String, Object>>) Objects.requireNonNull(page.get("items"));
    }

    private static List<Integer> ids(List<Map<String, Object>> items) {
        return items.stream()
                .map(item -> (Integer) Objects.requireNonNull(item.get("id")))
                .toList();
    }
}
