package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Extra rounds, a day's figures, and the word of a named person, through the interface. */
class RoundsTest extends ConsoleStory {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private ResponseSpec post(String address, String body) {
        return program.post()
                .uri("/api/v1/" + address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private long checkOf(long person) {
        return jdbc.sql("select id from wellness_check where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private void attempt(long person, String call, String result) {
        jdbc.sql(
                        """
                        insert into attempt (call_id, check_id, person_id, number, deadline_at,
                            result, ended_at)
                        values (?, ?, ?, '+8613800000001', now(), ?, now())
                        """)
                .params(call, checkOf(person), person, result)
                .update();
    }

    @Test
    void anExtraRoundIsStartedForAPartOfTheTownAndListed() {
        town.person("唐桂兰");
        post("rounds/extra", "{\"reason\": \"高温\", \"by\": \"王芳\", \"risks\": [\"HIGH\"]}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PLANNING")
                .jsonPath("$.id")
                .isNotEmpty();

        program.get()
                .uri("/api/v1/rounds")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"kind": "EXTRA", "state": "PLANNING", "reason": "高温",
                          "startedBy": "duty:王芳", "risks": ["HIGH"]}], "next": null}
                        """)
                .jsonPath("$.items[0].people")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\": \"高温\", \"by\": \"王芳\"}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"everybody\": false}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"everybody\": true, \"people\": [1]}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"people\": []}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"committees\": [0]}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"categories\": [\"'; drop\"]}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"risks\": [\"EXTREME\"]}",
                "{\"reason\": \" \", \"by\": \"王芳\", \"everybody\": true}",
                "{\"reason\": \"高温\", \"everybody\": true}",
                "{\"reason\": \"高温\", \"by\": \"王芳\", \"everybody\": true, \"minutes\": 5}"
            })
    void whoIsMeantAndWhyIsSaidInSoManyWords(String body) {
        post("rounds/extra", body).expectStatus().isBadRequest();
        assertThat(jdbc.sql("select count(*) from round").query(Long.class).single()).isZero();
    }

    @Test
    void aRoundIsSummedUp() {
        town.ended(town.person("唐桂兰"), DAY, "CONFIRMED", null);
        town.unended(town.person("何凤英"), DAY, "CALLING", 1, "-1 h");

        program.get()
                .uri("/api/v1/rounds/" + town.round(DAY))
                .exchange()
                .expectBody()
                .json(
                        """
                        {"round": {"kind": "DAILY", "state": "OPEN", "day": "2026-03-01"},
                         "roster": 2, "totals": {"confirmed": 1, "open": 1, "notDue": 0}}
                        """);
        program.get()
                .uri("/api/v1/rounds/" + town.round(DAY) + "/checks?state=CALLING")
                .exchange()
                .expectBody()
                .json("{\"items\": [{\"name\": \"何**\", \"next\": \"CALL_ENDS\"}]}")
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        program.get().uri("/api/v1/rounds/999999").exchange().expectStatus().isNotFound();
    }

    @Test
    void aDayTellsHowPeopleWereReachedAndWhyNot() {
        var well = town.person("唐桂兰");
        town.ended(well, DAY, "CONFIRMED", null);
        jdbc.sql("update wellness_check set attempts_made = 2").update();
        attempt(well, "chk-1", "NO_ANSWER");
        attempt(well, "chk-2", "FINE");
        var missed = town.person("何凤英");
        town.ended(missed, DAY, "ESCALATED", town.incident(missed, "MISSED", "SETTLED"));
        attempt(missed, "chk-3", "CONGESTION");
        attempt(missed, "chk-4", "BUSY");
        jdbc.sql("update attempt set maybe_machine = true where call_id = 'chk-4'").update();
        jdbc.sql(
                        "insert into person_category values (?, 'VERY_OLD'), (?, 'LIVING_ALONE'), (?, 'VERY_OLD')")
                .params(well, well, missed)
                .update();
        jdbc.sql("update wellness_check set method = null where verdict = 'ESCALATED'").update();

        program.get()
                .uri("/api/v1/days/2026-03-01")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"roster": 2, "totals": {"confirmed": 1, "escalated": 1},
                         "categories": [{"category": "LIVING_ALONE", "roster": 1},
                                        {"category": "VERY_OLD", "roster": 2}],
                         "figures": {"attempts": 4, "lineFaults": 1, "maybeMachines": 1,
                           "outcomes": {"NO_ANSWER": 1, "FINE": 1, "CONGESTION": 1, "BUSY": 1},
                           "confirmedAtAttempt": {"2": 1}, "evidence": {"KEY": 1},
                           "notReached": {"BUSY": 1}, "incidents": {"WELL": 1}}}
                        """);
    }

    @Test
    void aDayIsToldByPairedVolunteer() {
        var volunteer = town.volunteer("朱翠花", "+8613900000100");
        var person = town.person("唐桂兰");
        town.pair(person, 1, volunteer);
        town.ended(person, DAY, "CONFIRMED", null);

        program.get()
                .uri("/api/v1/days/2026-03-01/volunteers")
                .exchange()
                .expectBody()
                .json(
                        "{\"items\": [{\"name\": \"朱**\", \"roster\": 1, \"totals\": {\"confirmed\": 1}}]}");
    }

    @Test
    void theChecksOfADayAreListedByVerdictAndCommittee() {
        var here = town.committee("示范一居委");
        var there = town.committee("示范二居委");
        town.ended(town.person("唐桂兰", here, true), DAY, "CONFIRMED", null);
        town.ended(town.person("何凤英", there, true), DAY, "CLEARED", null);
        town.unended(town.person("梁雪珍", there, true), DAY, "WAITING", 1, "-1 h");

        assertThat(names("verdict=CONFIRMED&verdict=CLEARED")).isEqualTo("唐** 何**");
        assertThat(names("verdict=CLEARED")).isEqualTo("何**");
        assertThat(names("committee=" + there)).isEqualTo("何** 梁**");
        assertThat(names("state=WAITING")).isEqualTo("梁**");
        assertThat(names("committee=" + here + "&state=WAITING")).isEmpty();
    }

    private String names(String query) {
        var names = new StringBuilder();
        program.get()
                .uri("/api/v1/days/2026-03-01/checks?" + query)
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].name")
                .value(found -> names.append(found));
        return names.toString().replaceAll("[\\[\\]\"]", "").replace(",", " ");
    }

    @Test
    void aNamedPersonClearsACheckOnce() {
        var person = town.person("唐桂兰");
        town.unended(person, DAY, "WAITING", 1, "-1 h");
        var check = "days/2026-03-01/checks/" + checkOf(person);

        post(check + "/clear", "{\"by\": \"王芳\", \"how\": \"VISITED\", \"note\": \"在花园里\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.verdict")
                .isEqualTo("CLEARED");
        post(check + "/clear", "{\"by\": \"李强\", \"how\": \"TALKED\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("check-over");
        program.get()
                .uri("/api/v1/days/2026-03-01/checks")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"verdict": "CLEARED", "method": "VISITED",
                          "endedBy": "duty:王芳", "evidence": "word of duty:王芳"}]}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"how\": \"VISITED\"}",
                "{\"by\": \"王芳\"}",
                "{\"by\": \"王芳\", \"how\": \"GUESSED\"}",
                "{\"by\": \"王芳; --\", \"how\": \"VISITED\"}"
            })
    void aWordWithoutANameOrAWayIsNone(String body) {
        var person = town.person("唐桂兰");
        town.unended(person, DAY, "WAITING", 1, "-1 h");
        post("days/2026-03-01/checks/" + checkOf(person) + "/clear", body)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aCheckThatNeverWasIsNotFound() {
        post("days/2026-03-01/checks/999999/clear", "{\"by\": \"王芳\", \"how\": \"VISITED\"}")
                .expectStatus()
                .isNotFound();
    }
}
