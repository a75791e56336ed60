package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A part of the town that is silent, as the interface shows it. */
class AlarmsTest extends ConsoleStory {

    private long alarm() {
        var incident =
                jdbc.sql(
                                """
                                insert into incident (severity, state, next_action_at)
                                values ('LINE', 'OPEN', now()) returning id
                                """)
                        .query(Long.class)
                        .single();
        return jdbc.sql(
                        """
                        insert into alarm (kind, scope, state, faults, rung, missed, expected,
                            next_action_at, incident_id)
                        values ('COMMITTEE', '示范一居委', 'OPEN', false, 20, 19, 4, now(), ?)
                        returning id
                        """)
                .param(incident)
                .query(Long.class)
                .single();
    }

    private void touches(long alarm, long person, String risk) {
        jdbc.sql("insert into alarm_person values (?, ?)").params(alarm, person).update();
        jdbc.sql("update person set risk = ? where id = ?").params(risk, person).update();
    }

    private ResponseSpec resume(long alarm, String body) {
        return program.post()
                .uri("/api/v1/alarms/{id}/resume", alarm)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void itIsListedWithItsEvidence() {
        var alarm = alarm();

        program.get()
                .uri("/api/v1/alarms")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(alarm)
                .jsonPath("$.items[0].part")
                .isEqualTo("示范一居委")
                .jsonPath("$.items[0].rung")
                .isEqualTo(20)
                .jsonPath("$.items[0].missed")
                .isEqualTo(19);
    }

    @Test
    void itsIncidentIsListedWithoutAPerson() {
        alarm();

        program.get()
                .uri("/api/v1/incidents")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].part")
                .isEqualTo("示范一居委")
                .jsonPath("$.items[0].person")
                .doesNotExist();
    }

    @Test
    void whomItTouchesIsToldMaskedTheHighestRiskFirst() {
        var alarm = alarm();
        touches(alarm, town.person("唐桂兰"), "NORMAL");
        var atRisk = town.person("何凤英");
        touches(alarm, atRisk, "HIGH");

        program.get()
                .uri("/api/v1/alarms/{id}/people?limit=1", alarm)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(atRisk)
                .jsonPath("$.items[0].name")
                .value(String.class, name -> assertThat(name).doesNotContain("凤英"))
                .jsonPath("$.next")
                .isEqualTo("1");
    }

    @Test
    void somebodyWithANameAndAReasonOverrulesItOnce() {
        var alarm = alarm();

        resume(alarm, "{\"by\": \"王芳\"}").expectStatus().isBadRequest();
        resume(alarm, "{\"by\": \"王芳\", \"reason\": \"去看过了\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("RESUMED");
        resume(alarm, "{\"by\": \"王芳\", \"reason\": \"去看过了\"}").expectStatus().isEqualTo(409);
        assertThat(
                        jdbc.sql("select actor from journal where kind = 'alarm-resumed'")
                                .query(String.class)
                                .list())
                .containsExactly("duty:王芳");
    }
}
