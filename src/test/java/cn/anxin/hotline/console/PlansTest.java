package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** How a person is rung, read and changed through the interface. */
@TestPropertySource(
        properties = {
            "hotline.wellness.dialogue.questions[0].name=medicine",
            "hotline.wellness.dialogue.questions[0].words=药还够吃吗？够，请按1。不够，请按2。",
            "hotline.wellness.dialogue.questions[0].need=MEDICAL"
        })
class PlansTest extends ConsoleStory {

    private ResponseSpec put(long person, String body) {
        return program.put()
                .uri("/api/v1/people/%d/plan".formatted(person))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec get(long person) {
        return program.get().uri("/api/v1/people/%d/plan".formatted(person)).exchange();
    }

    @Test
    void theTownsWaysAreToldInWordsThatCanBeSentBack() {
        program.get()
                .uri("/api/v1/plan")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"attempts": 3, "ring": "PT40S", "spacing": {"busy": "PT5M"},
                         "settings": {"onHolidays": "SAME", "furtherWindows": [], "groups": []}}
                        """);
    }

    @Test
    void aPersonIsRungAsTheTownUntilSomebodyWithANameChangesIt() {
        var person = town.person("唐桂兰");
        get(person)
                .expectBody()
                .json(
                        """
                        {"state": "AS_THE_TOWN", "wishes": {},
                         "effective": {"attempts": 3, "windows": [{"opens": "09:00:00", "closes": "11:00:00"}]}}
                        """);

        put(
                        person,
                        """
                        {"by": "王芳", "why": "早上在菜园", "wishes": {
                          "windows": [{"opens": "10:30", "closes": "11:30"},
                                      {"opens": "16:00", "closes": "17:00"}],
                          "weekdays": ["MONDAY", "FRIDAY"], "onHolidays": "NOT_RUNG",
                          "attempts": 4, "ring": "PT1M", "spacing": {"BUSY": "PT2M"},
                          "questions": ["medicine"]}}
                        """)
                .expectStatus()
                .isOk();

        get(person)
                .expectBody()
                .json(
                        """
                        {"state": "OWN",
                         "wishes": {"attempts": 4, "spacing": {"BUSY": "PT2M"}},
                         "effective": {"attempts": 4, "ring": "PT1M", "questions": ["medicine"],
                           "onHolidays": "NOT_RUNG",
                           "spacing": {"busy": "PT2M", "noAnswer": "PT15M"},
                           "windows": [{"opens": "10:30:00", "closes": "11:30:00"},
                                       {"opens": "16:00:00", "closes": "17:00:00"}]}}
                        """);
        assertThat(
                        jdbc.sql(
                                        "select actor || ' ' || detail from journal where kind = 'plan-changed'")
                                .query(String.class)
                                .single())
                .startsWith("duty:王芳 ")
                .contains("10:30")
                .doesNotContain("菜园");
    }

    @Test
    void allWishesAreTakenBackByAnEmptyList() {
        var person = town.person("唐桂兰");
        put(person, "{\"by\": \"王芳\", \"wishes\": {\"attempts\": 4}}").expectStatus().isOk();
        put(person, "{\"by\": \"王芳\", \"wishes\": {}}").expectStatus().isOk();

        get(person).expectBody().jsonPath("$.state").isEqualTo("AS_THE_TOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"by\": \"王芳\"}",
                "{\"wishes\": {}}",
                "{\"by\": \"!\", \"wishes\": {}}",
                "{\"by\": \"王芳\", \"wishes\": {\"attempts\": 0}}",
                "{\"by\": \"王芳\", \"wishes\": {\"attempts\": 21}}",
                "{\"by\": \"王芳\", \"wishes\": {\"ring\": \"PT1H\"}}",
                "{\"by\": \"王芳\", \"wishes\": {\"windows\": []}}",
                "{\"by\": \"王芳\", \"wishes\": {\"windows\": [null]}}",
                "{\"by\": \"王芳\", \"wishes\": {\"windows\": [{\"opens\": \"11:00\", \"closes\": \"09:00\"}]}}",
                "{\"by\": \"王芳\", \"wishes\": {\"weekdays\": [\"SOMEDAY\"]}}",
                "{\"by\": \"王芳\", \"wishes\": {\"spacing\": {\"BUSY\": \"P2D\"}}}",
                "{\"by\": \"王芳\", \"wishes\": {\"questions\": [\"吃药了吗\"]}}",
                "{\"by\": \"王芳\", \"wishes\": {\"questions\": [\"medicine\", \"heating\"]}}",
                "{\"by\": \"王芳\", \"wishes\": {\"attemts\": 4}}"
            })
    void whatNobodyCouldBeRungByIsRefused(String body) {
        var person = town.person("唐桂兰");
        put(person, body).expectStatus().isBadRequest();
        assertThat(jdbc.sql("select count(*) from person_plan").query(Long.class).single())
                .isZero();
    }

    @Test
    void nobodyHasNoPlan() {
        get(999_999).expectStatus().isNotFound();
        put(999_999, "{\"by\": \"王芳\", \"wishes\": {}}").expectStatus().isNotFound();
    }
}
