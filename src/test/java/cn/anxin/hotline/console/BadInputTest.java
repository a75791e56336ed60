package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;

class BadInputTest extends ConsoleStory {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/people?limit=0",
                "/api/v1/people?limit=501",
                "/api/v1/people?limit=many",
                "/api/v1/people?limit=99999999999",
                "/api/v1/people?after=-1",
                "/api/v1/people?after='--",
                "/api/v1/incidents?state=BURNING",
                "/api/v1/incidents?after=0",
                "/api/v1/cases?after=x",
                "/api/v1/calls?after=x",
                "/api/v1/calls?after=AAAA",
                "/api/v1/calls?after=MjAyNi0wMy0wMVQwMTowMDowMFogYSBi!",
                "/api/v1/days/today",
                "/api/v1/days/2026-3-1",
                "/api/v1/days/2026-02-30",
                "/api/v1/days/9999-01-01",
                "/api/v1/days/2026-03-01/checks?limit=-5"
            })
    void isRefusedWithItsPlaceAndInTwoLanguages(String address) {
        isBad(program.get().uri(address).exchange())
                .expectBody()
                .jsonPath("$.errors[0].where")
                .isNotEmpty()
                .jsonPath("$.errors[0].zh")
                .isNotEmpty()
                .jsonPath("$.errors[0].en")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"people\": []}",
                "{\"people\": null}",
                "{\"people\": [0]}",
                "{\"people\": [-1]}",
                "{\"people\": [null]}",
                "{\"people\": [\"x\"]}",
                "{\"people\": 1}",
                "{\"peopel\": [1]}",
                "{\"people\": [1], \"everybody\": true}",
                "[1]",
                "{\"people\": [1"
            })
    void neverStartsARoundForEverybody(String body) {
        town.person("唐桂兰");

        isBad(
                program.post()
                        .uri("/api/v1/rounds")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange());

        assertThat(checks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"outcome\": \"WELL\"}",
                "{\"by\": \"\", \"outcome\": \"WELL\"}",
                "{\"by\": \"王芳\\r\\nAction: x\", \"outcome\": \"WELL\"}",
                "{\"by\": \"<b>\", \"outcome\": \"WELL\"}",
                "{\"by\": \"王芳\"}",
                "{\"by\": \"王芳\", \"outcome\": \"FINE\"}"
            })
    void settlesNothing(String body) {
        var incident = town.incident(town.person("唐桂兰"), "HELP", "TAKEN");

        isBad(
                program.post()
                        .uri("/api/v1/incidents/" + incident + "/settle")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange());

        assertThat(incidentState(incident)).isEqualTo("TAKEN");
    }

    @Test
    void ofANoteTooLongSettlesNothing() {
        var incident = town.incident(town.person("唐桂兰"), "HELP", "TAKEN");

        isBad(
                program.post()
                        .uri("/api/v1/incidents/" + incident + "/settle")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(
                                "{\"by\": \"王芳\", \"outcome\": \"WELL\", \"note\": \"%s\"}"
                                        .formatted("长".repeat(1001)))
                        .exchange());

        assertThat(incidentState(incident)).isEqualTo("TAKEN");
    }

    @Test
    void thatIsTooLargeIsRefusedUnread() {
        program.post()
                .uri("/api/v1/rounds")
                .contentType(MediaType.APPLICATION_JSON)
                .body(" ".repeat(300_000))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
    }

    @Test
    void ofTheWrongKindOrWayIsToldSo() {
        program.delete().uri("/api/v1/people").exchange().expectStatus().isEqualTo(405);
        program.post()
                .uri("/api/v1/rounds")
                .contentType(MediaType.TEXT_PLAIN)
                .body("everybody")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
        program.get().uri("/api/v1/nothing").exchange().expectStatus().isNotFound();
        program.get().uri("/api/v1/incidents/7/seen").exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void thatIsNoRosterLeavesTheRosterAsItWas() {
        upload("不是名单".getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-a-roster")
                .jsonPath("$.errors[0].zh")
                .isNotEmpty();
        program.post()
                .uri("/api/v1/people/import")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(new LinkedMultiValueMap<>())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void ofMoreThanARosterMayHaveIsRefused() {
        upload(new byte[22 * 1024 * 1024], "")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
    }

    private static ResponseSpec isBad(ResponseSpec response) {
        return response.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType("application/problem+json");
    }

    private long checks() {
        return jdbc.sql("select count(*) from wellness_check").query(Long.class).single();
    }

    private String incidentState(long id) {
        return jdbc.sql("select state from incident where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
