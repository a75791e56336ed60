package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.pause.PauseReason;
import cn.anxin.hotline.people.pause.Paused;
import cn.anxin.hotline.people.pause.Pauses;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Somebody is away, and comes back. */
class PausesTest extends ConsoleStory {
    private static final String BY = "{\"by\": \"王芳\"}";

    @Autowired Pauses pauses;
    @Autowired List<DueWork> works;

    /** By the database's clock, as the pauses'. */
    private LocalDate today;

    private long person;

    @BeforeEach
    void somebodyGoesToHospital() {
        today =
                jdbc.sql("select (clock_timestamp() at time zone ?)::date")
                        .param(ZoneId.of("Asia/Shanghai").getId())
                        .query(LocalDate.class)
                        .single();
        person = town.person("唐桂兰");
    }

    @Test
    void whoIsPausedIsAwayUntilTheDayTheyAreBack() {
        begin(today, today.plusDays(7))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json(
                        """
                        {"state": "RUNNING", "name": "唐**", "reason": "HOSPITAL", "owner": "duty:王芳",
                         "remarked": true}
                        """);

        assertThat(away(today.minusDays(1))).isEmpty();
        assertThat(away(today)).containsExactly(person);
        assertThat(away(today.plusDays(6))).containsExactly(person);
        assertThat(away(today.plusDays(7))).isEmpty();
        assertThat(journalled()).containsExactly("pause-begun");
    }

    @Test
    void noPauseIsLongerThanItMayBeAndNoneIsWithoutEnd() {
        refused(begin(today, today.plusDays(93)), "backOn");
        refused(begin(today, today), "backOn");
        refused(begin(today.minusDays(1), today.plusDays(7)), "beginsOn");
        begin(today, today.plusDays(92)).expectStatus().isCreated();
    }

    @Test
    void twoPausesOfOnePersonDoNotMeet() {
        begin(today, today.plusDays(7)).expectStatus().isCreated();

        refused(begin(today.plusDays(6), today.plusDays(9)), "beginsOn");
        begin(today.plusDays(7), today.plusDays(9))
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("{\"state\": \"PLANNED\"}");
    }

    @Test
    void itCanBeProlongedAndEndedEarly() {
        var pause = begun(today, today.plusDays(90));

        moved(pause, today.plusDays(92)).expectStatus().isOk();
        refused(moved(pause, today.plusDays(93)), "backOn");
        refused(moved(pause, today), "backOn");
        post(pause + "/end", BY)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"state\": \"CLOSED\", \"acknowledgedBy\": \"duty:王芳\"}");
        assertThat(away(today)).isEmpty();
        refused(moved(pause, today.plusDays(3)), "id");
        refused(post(pause + "/end", BY), "id");
    }

    @Test
    void aPauseThatNeverBeganCanBeEnded() {
        var pause = begun(today.plusDays(3), today.plusDays(9));

        post(pause + "/end", BY).expectStatus().isOk();

        assertThat(away(today.plusDays(4))).isEmpty();
    }

    @Test
    void whoIsBackIsToldAgainAndAgainUntilSomebodyKnows() {
        var pause = begun(today, today.plusDays(7));
        sweep();
        assertThat(journalled()).containsExactly("pause-begun");

        daysPass(7);
        sweep();
        sweep();
        list("ENDED").jsonPath("$.items[0].id").isEqualTo((int) pause);
        assertThat(journalled()).containsExactly("pause-begun", "pause-over");

        jdbc.sql("update pause set next_action_at = now() - interval '1 s'").update();
        sweep();
        assertThat(journalled()).containsExactly("pause-begun", "pause-over", "pause-over");

        post(pause + "/acknowledge", BY).expectStatus().isOk();
        list("ENDED").jsonPath("$.items").isEmpty();
        list("CLOSED").jsonPath("$.items[0].id").isEqualTo((int) pause);
        refused(post(pause + "/acknowledge", BY), "id");
    }

    @Test
    void aVolunteerCanPauseThePersonByTelephone() {
        var volunteer = town.volunteer("朱翠花", "+8613900000100");

        var paused =
                pauses.beginToday(
                        person, today.plusDays(3), PauseReason.TRAVEL, Actor.volunteer(volunteer));

        assertThat(paused)
                .isInstanceOfSatisfying(
                        Paused.Done.class,
                        done ->
                                assertThat(done.pause().owner())
                                        .isEqualTo("volunteer:" + volunteer));
    }

    @Test
    void whoIsNotRungCannotBePausedNorWhoIsUnknown() {
        var gone = town.person("何凤英", town.committee("示范一居委"), false);

        refused(beginFor(gone, today, today.plusDays(7)), "personId");
        beginFor(999_999, today, today.plusDays(7)).expectStatus().isNotFound();
        post("999999/end", BY).expectStatus().isNotFound();
    }

    @Test
    void aPauseWithoutANameIsRefused() {
        program.post()
                .uri("/api/v1/pauses")
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        "{\"personId\": %d, \"beginsOn\": \"%s\", \"backOn\": \"%s\", \"reason\": \"TRAVEL\"}"
                                .formatted(person, today, today.plusDays(2)))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private List<Long> away(LocalDate day) {
        return jdbc.sql("select person_id from pause where begins_on <= :day and back_on > :day")
                .param("day", day)
                .query(Long.class)
                .list();
    }

    private long begun(LocalDate from, LocalDate back) {
        begin(from, back).expectStatus().isCreated();
        return jdbc.sql("select max(id) from pause").query(Long.class).single();
    }

    private ResponseSpec begin(LocalDate from, LocalDate back) {
        return beginFor(person, from, back);
    }

    private ResponseSpec beginFor(long whom, LocalDate from, LocalDate back) {
        return post(
                "",
                """
                {"personId": %d, "beginsOn": "%s", "backOn": "%s", "reason": "HOSPITAL",
                 "remark": "三院心内科", "by": "王芳"}
                """
                        .formatted(whom, from, back));
    }

    private ResponseSpec moved(long pause, LocalDate back) {
        return post(pause + "/move", "{\"backOn\": \"%s\", \"by\": \"王芳\"}".formatted(back));
    }

    private ResponseSpec post(String path, String body) {
        return program.post()
                .uri("/api/v1/pauses" + (path.isEmpty() ? "" : "/" + path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private BodyContentSpec list(String state) {
        return program.get()
                .uri("/api/v1/pauses?state=" + state)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static void refused(ResponseSpec answer, String where) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].where")
                .isEqualTo(where);
    }

    /** As if the pauses had begun earlier; what falls due this morning has fallen due. */
    private void daysPass(int days) {
        jdbc.sql(
                        """
                        update pause
                        set begins_on = begins_on - :days, back_on = back_on - :days,
                            next_action_at = now() - interval '1 s'
                        """)
                .param("days", days)
                .update();
    }

    private void sweep() {
        works.forEach(work -> work.sweep(10));
    }

    private List<String> journalled() {
        return jdbc.sql("select kind from journal where kind like 'pause-%' order by id")
                .query(String.class)
                .list();
    }
}
