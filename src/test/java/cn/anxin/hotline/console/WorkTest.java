package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What the interface changes. */
class WorkTest extends ConsoleStory {
    private static final String ROSTER =
            """
            姓名,村居委,联系电话,问候时段,结对志愿者,志愿者电话
            唐桂兰,示范一居委,13800000001,09:00-11:00,朱翠花,13900000100
            何凤英,示范一居委,12,09:00-11:00,朱翠花,13900000100
            """;

    @Test
    void aRoundForEverybodyIsStartedWithoutABody() {
        town.person("唐桂兰");
        town.person("何凤英");
        town.person("梁雪珍", town.committee("示范一居委"), false);

        program.post()
                .uri("/api/v1/rounds")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.planned")
                .isEqualTo(2)
                .jsonPath("$.day")
                .isNotEmpty();
        assertThat(peopleWithACheck()).hasSize(2);
    }

    @Test
    void aRoundForSomeRingsNobodyElse() {
        var wanted = town.person("唐桂兰");
        town.person("何凤英");

        program.post()
                .uri("/api/v1/rounds")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"people\": [%d, 999999]}".formatted(wanted))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.planned")
                .isEqualTo(1);
        assertThat(peopleWithACheck()).containsExactly(wanted);
    }

    @Test
    void anIncidentIsSeenAndSettledBySomebodyWithAName() {
        var incident = town.incident(town.person("唐桂兰"), "HELP", "TAKEN");

        report(incident, "seen", "{\"by\": \"王芳\"}").expectStatus().isOk();
        report(incident, "seen", "{\"by\": \"李强\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-late");
        report(incident, "settle", "{\"by\": \"王芳\", \"outcome\": \"WELL\", \"note\": \"在花园里\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("SETTLED");
        report(incident, "settle", "{\"by\": \"王芳\", \"outcome\": \"WELL\"}")
                .expectStatus()
                .isEqualTo(409);

        program.get()
                .uri("/api/v1/incidents")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].seenByName")
                .isEqualTo("王芳")
                .jsonPath("$.items[0].outcome")
                .isEqualTo("WELL")
                .jsonPath("$.items[0].nextAction")
                .doesNotExist();
    }

    @Test
    void anIncidentThatNeverWasCannotBeSettled() {
        report(999_999, "settle", "{\"by\": \"王芳\", \"outcome\": \"WELL\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void aPreviewTellsWhatAnImportWouldDoAndDoesNothing() {
        upload(ROSTER.getBytes(StandardCharsets.UTF_8), "?preview=true")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"added\": 1, \"rejectedRows\": 1}");
        assertThat(people()).isZero();
    }

    @Test
    void anImportTakesTheGoodRowsAndNamesTheOthers() {
        upload(ROSTER.getBytes(StandardCharsets.UTF_8), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"added": 1, "rejectedRows": 1,
                         "rejected": [{"line": 3, "column": "联系电话"}]}
                        """)
                .jsonPath("$.rejected[0].reason.zh")
                .isNotEmpty();
        assertThat(people()).isOne();
    }

    private ResponseSpec report(long incident, String step, String body) {
        return program.post()
                .uri("/api/v1/incidents/" + incident + "/" + step)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<Long> peopleWithACheck() {
        return jdbc.sql("select person_id from wellness_check").query(Long.class).list();
    }

    private long people() {
        return jdbc.sql("select count(*) from person").query(Long.class).single();
    }
}
