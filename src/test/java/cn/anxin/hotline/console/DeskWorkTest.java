package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** What waits for somebody at the desk without ringing, as the duty screen shows it. */
class DeskWorkTest extends ConsoleStory {
    private LocalDate today;

    @BeforeEach
    void lookAtTheCalendar() {
        today =
                jdbc.sql("select (clock_timestamp() at time zone 'Asia/Shanghai')::date")
                        .query(LocalDate.class)
                        .single();
    }

    @Test
    void nothingWaitsInAQuietNight() {
        var person = town.person("唐桂兰");
        pause(person, -3, 5);
        alone(person, today);

        shows(
                """
                {"replies": 0, "pauses": 0, "alone": 0, "items": []}
                """);
    }

    @ParameterizedTest(name = "{0} minutes")
    @CsvSource({"29, false", "31, true"})
    void whatSomebodySaidWaitsForAnEarAndTurnsRed(int minutes, boolean late) {
        reply(town.person("唐桂兰"), minutes);

        shows(
                """
                {"replies": 1, "items": [{"kind": "REPLY", "id": "chk-7", "name": "唐**",
                    "late": %s, "lengthMs": 4200, "rung": true}]}
                """
                        .formatted(late));
    }

    @Test
    void pausesThatEndedOrEndTodayWaitUntilSomebodyKnows() {
        pause(town.person("唐桂兰"), -9, -2);
        pause(town.person("何凤英"), -9, 0);
        pause(town.person("梁雪珍"), -9, 1);
        pause(town.person("谢巧玲"), -9, 2);
        pause(town.person("李国强"), 1, 3);

        shows(
                """
                {"pauses": 3, "items": [
                    {"kind": "PAUSE", "name": "唐**", "late": true, "rung": true,
                        "reason": "HOSPITAL", "day": "%s"},
                    {"kind": "PAUSE", "name": "何**", "late": false, "rung": true},
                    {"kind": "PAUSE", "name": "梁**", "late": false, "rung": false}]}
                """
                        .formatted(today.minusDays(2)));

        var first = jdbc.sql("select min(id) from pause").query(Long.class).single();
        program.post()
                .uri("/api/v1/pauses/" + first + "/acknowledge")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"by\": \"王芳\"}")
                .exchange()
                .expectStatus()
                .isOk();
        shows("{\"pauses\": 2}");
    }

    @Test
    void whoIsNoLongerAloneWaitsForSomebodyToSayHowItGoesOn() {
        alone(town.person("唐桂兰"), today.minusDays(3));
        var old = town.person("何凤英");
        alone(old, today.minusDays(1));
        jdbc.sql("insert into person_category values (?, 'VERY_OLD')").param(old).update();
        alone(town.person("梁雪珍"), today);
        var gone = town.person("谢巧玲", town.committee("示范一居委"), false);
        alone(gone, today.minusDays(3));

        shows(
                """
                {"alone": 2, "items": [
                    {"kind": "ALONE", "name": "唐**", "late": true, "rung": false, "day": "%s"},
                    {"kind": "ALONE", "name": "何**", "late": false, "rung": true, "version": 1}]}
                """
                        .formatted(today.minusDays(3)));
    }

    @Test
    void nobodyIsNamedInIt() {
        var person = town.person("唐桂兰");
        reply(person, 1);
        pause(person, -3, 0);
        alone(person, today.minusDays(1));

        shows("{\"replies\": 1, \"pauses\": 1, \"alone\": 1}");
        assertThat(state()).doesNotContain("唐桂兰").doesNotContain("示范路");
    }

    /** The page plays what it has fetched with the token, and nothing from anywhere else. */
    @Test
    void aVoiceMayBePlayedOnThePage() {
        stranger.get()
                .uri("/")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).contains("media-src blob:;"));
    }

    private void shows(String work) {
        await().untilAsserted(() ->
                stranger.get()
                        .uri("/page/state")
                        .exchange()
                        .expectBody()
                        .json("{\"townCurrent\": true, \"town\": {\"work\": " + work + "}}"));
    }

    private String state() {
        return new String(
                Objects.requireNonNull(
                        stranger.get()
                                .uri("/page/state")
                                .exchange()
                                .expectBody()
                                .returnResult()
                                .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private void reply(long person, int minutesAgo) {
        town.unended(person, today, "WAITING", 1, "-1 h");
        jdbc.sql(
                        """
                        insert into spoken_reply
                            (call_id, check_id, person_id, recording, length_ms, recorded_at)
                        select 'chk-7', id, person_id, 'chk-7.wav', 4200,
                            now() - make_interval(mins => :minutes)
                        from wellness_check where person_id = :person
                        """)
                .param("minutes", minutesAgo)
                .param("person", person)
                .update();
    }

    private void pause(long person, int begins, int back) {
        jdbc.sql(
                        """
                        insert into pause
                            (person_id, begins_on, back_on, owner, reason, next_action_at)
                        values (:person, :begins, :back, 'duty:王芳', 'HOSPITAL', now())
                        """)
                .param("person", person)
                .param("begins", today.plusDays(begins))
                .param("back", today.plusDays(back))
                .update();
    }

    private void alone(long person, LocalDate until) {
        jdbc.sql("update person set alone_until = :until where id = :id")
                .param("until", until)
                .param("id", person)
                .update();
        jdbc.sql("insert into person_category values (?, 'TEMPORARILY_ALONE')")
                .param(person)
                .update();
    }
}
