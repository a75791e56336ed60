package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.CallBoard.Entry;
import cn.anxin.hotline.call.CallBoard.Stage;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.ScreenSignal;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ScreenTest extends ConsoleStory {
    @Autowired CallBoard board;
    @Autowired ScreenSignal signal;
    @Autowired ScreenStreams streams;
    @Autowired MeterRegistry meters;

    private final ArrayList<EventReader> screens = new ArrayList<>();

    @AfterEach
    void switchOff() throws IOException {
        for (var screen : screens) {
            screen.close();
        }
        await().until(() -> openScreens() == 0);
        board.remove(new CallId("1700000000.7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page/screen.css",
                "/page/screen.js",
                "/page/words.js",
                "/page/parts.js",
                "/page/work.js",
                "/page/connection.js",
                "/page/icon.svg",
                "/page/state"
            })
    void isServedToThisMachineWithoutAToken(String address) {
        stranger.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", csp -> assertThat(csp).contains("'none'"));
    }

    @Test
    void isReadOnly() {
        stranger.post().uri("/page/state").exchange().expectStatus().isForbidden();
        stranger.delete().uri("/").exchange().expectStatus().isForbidden();
        program.post().uri("/page/state").exchange().expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page/state", "/page/events", "/page/screen.js", "/index.html"})
    void isNotServedToWhoWasLedHereByAnotherName(String address) throws IOException {
        assertThat(RawRequest.status(port, address, "Host: evil.example")).isEqualTo(403);
        assertThat(
                        RawRequest.status(
                                port,
                                address,
                                "Host: 127.0.0.1:" + port,
                                "X-Forwarded-For: 203.0.113.7"))
                .isEqualTo(403);
    }

    @Test
    void showsTheTownMasked() {
        var person = town.person("唐桂兰");
        var incident = town.incident(person, "EMERGENCY", "OPEN");
        jdbc.sql(
                        """
                        insert into journal (kind, actor, person_id, incident_id, detail)
                        values ('incident-opened', 'system', ?, ?,
                            '{"cause": "EMERGENCY", "note": "住在三楼"}')
                        """)
                .params(person, incident)
                .update();
        board.put(
                new Entry(
                        new CallId("1700000000.7"),
                        CallPurpose.INBOUND,
                        "******07",
                        Stage.WAITING_FOR_DUTY,
                        Instant.now()));

        await().untilAsserted(() ->
                stranger.get()
                        .uri("/page/state")
                        .exchange()
                        .expectBody()
                        .json(
                                """
                                {"number": "58958808", "townCurrent": true,
                                 "line": {"connected": false},
                                 "calls": [{"id": "1700000000.7",
                                    "stage": "WAITING_FOR_DUTY"}],
                                 "town": {"unsettled": 1, "day": {"roster": 1},
                                   "incidents": [{"severity": "EMERGENCY",
                                      "person": {"name": "唐**"}}],
                                   "happenings": [{"kind": "incident-opened",
                                      "word": "EMERGENCY", "person": "唐**"}]}}
                                """));
        var state =
                new String(
                        stranger.get()
                                .uri("/page/state")
                                .exchange()
                                .expectBody()
                                .returnResult()
                                .getResponseBodyContent(),
                        StandardCharsets.UTF_8);
        assertThat(state).doesNotContain("唐桂兰").doesNotContain("三楼").doesNotContain("示范路");
    }

    @Test
    void givesEveryConnectionBackHoweverOftenItIsLookedAt() {
        var person = town.person("唐桂兰");
        for (int i = 0; i < 40; i++) {
            jdbc.sql("insert into journal (kind, actor, person_id) values ('x', ?, ?)")
                    .params("person:" + person, person)
                    .update();
            await().pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() ->
                            stranger.get()
                                    .uri("/page/state")
                                    .exchange()
                                    .expectBody()
                                    .jsonPath("$.townCurrent")
                                    .isEqualTo(true));
        }
    }

    @Test
    void isToldOfChangesAndThatWeLive() throws IOException {
        var screen = open();

        assertThat(screen.nextEvent()).isEqualTo("beat");
        signal.changed();
        screen.awaitEvent("changed");
        screen.awaitEvent("beat");
    }

    @Test
    void oneMoreThanTheSettingsAllowIsSentAwayUntilOneEnds() throws IOException {
        for (int i = 0; i < 3; i++) {
            hearABeat();
        }

        assertThat(RawRequest.status(port, "/page/events", "Host: 127.0.0.1")).isEqualTo(503);

        screens.getFirst().close();
        await().until(() -> RawRequest.status(port, "/page/events", "Host: 127.0.0.1") == 200);
    }

    @Test
    void isLetGoWhenTheServiceEnds() throws IOException {
        var screen = open();
        assertThat(screen.nextEvent()).isEqualTo("beat");

        streams.stop();

        screen.awaitEnd();
        assertThat(RawRequest.status(port, "/page/events", "Host: 127.0.0.1")).isEqualTo(503);
        streams.start();
    }

    /** As a browser does: a stream that ends is opened again. */
    private void hearABeat() {
        await().ignoreExceptions().until(() -> "beat".equals(open().nextEvent()));
    }

    private double openScreens() {
        return meters.get("hotline.console.screens").gauge().value();
    }

    private EventReader open() throws IOException {
        var screen = new EventReader(port);
        screens.add(screen);
        return screen;
    }
}
