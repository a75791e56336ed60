package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** One person's record: written, changed, shown. */
class PersonKeptTest extends ConsoleStory {
    private static final String WHY = "{\"by\": \"王芳\", \"reason\": \"女儿来电\"}";
    private static final String TANG =
            """
            {"name": "唐桂兰", "committee": "示范一居委", "gender": "FEMALE", "birthYear": 1944,
             "address": "示范路1号201室", "window": {"opens": "09:00", "closes": "11:00"},
             "numbers": ["138 0000 0001", "5000 0001"], "categories": ["NO_FAMILY"],
             "note": "钥匙在邻居处", "language": "SHANGHAINESE", "hearing": "左耳", "condition": "心脏病",
             "consent": {"state": "GIVEN", "on": "2026-11-01", "toldBy": "外甥女"},
             "volunteers": [{"name": "朱翠花", "number": "13900000100"}],
             "family": [{"name": "唐小妹", "relation": "妹妹", "number": "13700000001"}]}
            """;

    @Test
    void aNewPersonIsKeptAndShownMasked() {
        var id = add(TANG);

        program.get()
                .uri("/api/v1/people/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"state": "ENROLLED", "version": 1, "risk": "HIGH", "slowSpeech": false,
                         "masked": true,
                         "person": {"name": "唐**", "address": "***", "numbers": ["******01", "******01"],
                                    "note": "***", "hearing": "***", "condition": "***",
                                    "language": "SHANGHAINESE",
                                    "consent": {"state": "GIVEN", "toldBy": "***"},
                                    "volunteers": [{"name": "朱**", "number": "******00"}],
                                    "family": [{"name": "唐**", "relation": "妹妹", "number": "******01"}]}}
                        """);
    }

    @Test
    void inClearItWantsAReasonAndTheShowingIsRecorded() {
        var id = add(TANG);

        program.get()
                .uri("/api/v1/people/" + id + "?reveal=true")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].where")
                .isEqualTo("reason");
        program.get()
                .uri("/api/v1/people/" + id + "?reveal=true&by=王芳&reason=上门")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                        """
                        {"masked": false,
                         "person": {"name": "唐桂兰", "address": "示范路1号201室", "note": "钥匙在邻居处",
                                    "numbers": ["+8613800000001", "+862150000001"],
                                    "consent": {"toldBy": "外甥女"},
                                    "family": [{"name": "唐小妹", "number": "+8613700000001"}]}}
                        """);
        assertThat(journalled("person-shown")).containsExactly("duty:王芳");
    }

    @Test
    void aChangeReplacesWhatItNamesAndNothingElse() {
        var id = add(TANG);

        change(id, 1, "{\"note\": null, \"numbers\": [\"13800000001\"], \"risk\": \"LOW\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"version\": 2}");

        program.get()
                .uri("/api/v1/people/" + id + "?reveal=true&reason=上门")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"version": 2, "risk": "LOW",
                         "person": {"note": "", "address": "示范路1号201室", "risk": "LOW",
                                    "volunteers": [{"name": "朱翠花"}]}}
                        """)
                .jsonPath("$.person.numbers.length()")
                .isEqualTo(1);
    }

    @Test
    void theHistoryTellsWhoChangedWhatAndWhyAndWhatWasBefore() {
        var id = add(TANG);
        change(id, 1, "{\"note\": \"钥匙在楼组长处\"}").expectStatus().isOk();

        program.get()
                .uri("/api/v1/people/" + id + "/history")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"state": "CHANGED", "version": 2, "actor": "duty:王芳", "fields": ["note"]},
                                   {"state": "ADDED", "version": 1, "fields": []}]}
                        """)
                .jsonPath("$.items[0].before")
                .doesNotExist()
                .jsonPath("$.items[0].reason")
                .doesNotExist();
        program.get()
                .uri("/api/v1/people/" + id + "/history?reveal=true&reason=核对&limit=2")
                .exchange()
                .expectBody()
                .json(
                        """
                        {"items": [{"state": "SHOWN", "reason": "核对"},
                                   {"state": "CHANGED", "reason": "女儿来电", "before": {"note": "钥匙在邻居处"}}]}
                        """);
    }

    @Test
    void ofTwoWhoChangeAtOnceTheSecondIsTold() {
        var id = add(TANG);
        change(id, 1, "{\"note\": \"一\"}").expectStatus().isOk();

        change(id, 1, "{\"address\": \"示范路2号\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("outdated");
    }

    @Test
    void whoLeavesIsRungNoMoreAndStaysKnown() {
        var id = add(TANG);

        post(id + "/leave", WHY).expectStatus().isOk();
        post(id + "/leave", WHY).expectStatus().isEqualTo(409);
        at("13800000001").jsonPath("$.items[0].state").isEqualTo("NOT_ENROLLED");
        post(id + "/enrol", WHY).expectStatus().isOk();
        at("021-50000001").jsonPath("$.items[0].state").isEqualTo("ENROLLED");
    }

    @Test
    void nobodyIsRungWhoRefusedIt() {
        var id = add(TANG);

        refused(change(id, 1, "{\"consent\": {\"state\": \"REFUSED\"}}"), "consent");
        post(id + "/leave", WHY).expectStatus().isOk();
        change(id, 2, "{\"consent\": {\"state\": \"REFUSED\"}}").expectStatus().isOk();
        refused(post(id + "/enrol", WHY), "consent");
    }

    @Test
    void thePersonWhoIsThereAlreadyIsNotAddedTwice() {
        add(TANG);

        refused(added(TANG.replace("\"5000 0001\"", "\"5000 0009\"")), "person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\"}",
                "{\"numbers\": []}",
                "{\"numbers\": [\"12\"]}",
                "{\"window\": {\"opens\": \"11:00\", \"closes\": \"09:00\"}}",
                "{\"aloneUntil\": \"2026-12-01\"}",
                "{\"addres\": \"示范路2号\"}",
                "{\"gender\": \"OTHER\"}",
                "{\"categories\": [\"x y\"]}",
                "[1]",
                "\"x\""
            })
    void aChangeThatIsWrittenWronglyChangesNothing(String person) {
        var id = add(TANG);

        change(id, 1, person)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].zh")
                .isNotEmpty();
        assertThat(version(id)).isEqualTo(1);
    }

    @Test
    void aCategoryNobodyKnowsIsRefused() {
        refused(change(add(TANG), 1, "{\"categories\": [\"NO_SUCH\"]}"), "categories");
    }

    @Test
    void nobodyIsTheirOwnVolunteer() {
        refused(
                change(
                        add(TANG),
                        1,
                        "{\"volunteers\": [{\"name\": \"唐桂兰\", \"number\": \"13800000001\"}]}"),
                "volunteers");
    }

    @Test
    void whoIsUnknownIsNotFound() {
        change(999_999, 1, "{}").expectStatus().isNotFound();
        post("999999/leave", WHY).expectStatus().isNotFound();
        program.get().uri("/api/v1/people/999999").exchange().expectStatus().isNotFound();
        program.get().uri("/api/v1/people/999999/history").exchange().expectStatus().isNotFound();
    }

    private long add(String person) {
        added(person).expectStatus().isCreated();
        return jdbc.sql("select max(id) from person").query(Long.class).single();
    }

    private ResponseSpec added(String person) {
        return body("", "{\"why\": %s, \"person\": %s}".formatted(WHY, person));
    }

    private ResponseSpec change(long id, int version, String person) {
        return program.patch()
                .uri("/api/v1/people/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        "{\"why\": %s, \"version\": %d, \"person\": %s}"
                                .formatted(WHY, version, person))
                .exchange();
    }

    private ResponseSpec post(String path, String body) {
        return body("/" + path, body);
    }

    private ResponseSpec body(String path, String body) {
        return program.post()
                .uri("/api/v1/people" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void refused(ResponseSpec answer, String where) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-allowed")
                .jsonPath("$.errors[0].where")
                .isEqualTo(where);
    }

    private BodyContentSpec at(String number) {
        return program.get()
                .uri("/api/v1/people?number={number}", number)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private int version(long id) {
        return jdbc.sql("select version from person where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private List<String> journalled(String kind) {
        return jdbc.sql("select actor from journal where kind = ?")
                .param(kind)
                .query(String.class)
                .list();
    }
}
