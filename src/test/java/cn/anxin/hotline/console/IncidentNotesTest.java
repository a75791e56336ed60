package cn.anxin.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.Recording;
import cn.anxin.hotline.escalation.IncidentNotes;
import cn.anxin.hotline.journal.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A volunteer has said something after a report. */
class IncidentNotesTest extends ConsoleStory {
    private static final CallId CALL = new CallId("1795298480.30");

    @Autowired IncidentNotes notes;

    private long incident;

    @BeforeEach
    void aNote() throws IOException {
        incident = town.incident(town.person("唐桂兰"), "MISSED", "TAKEN");
        var recordings = Files.createDirectories(Path.of("target/console/recordings"));
        Files.writeString(recordings.resolve(CALL + ".wav"), "RIFF");
        notes.keep(
                incident,
                CALL,
                Actor.volunteer(7),
                new Recording(CALL + ".wav", Duration.ofSeconds(4)));
    }

    private long note() {
        return notes.of(incident).getFirst().id();
    }

    @Test
    void theDeskSeesWhoSaidItAndListens() {
        program.get()
                .uri("/api/v1/incidents/%d/notes".formatted(incident))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\": [{\"by\": \"volunteer:7\", \"lengthMs\": 4000}]}");

        program.get()
                .uri("/api/v1/incidents/%d/notes/%d/sound?by=王芳".formatted(incident, note()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .value(sound ->
                        assertThat(sound).isEqualTo("RIFF".getBytes(StandardCharsets.US_ASCII)));
        assertThat(
                        jdbc.sql("select actor from journal where kind = 'incident-note-played'")
                                .query(String.class)
                                .single())
                .isEqualTo("duty:王芳");
    }

    @Test
    void aNoteOfAnotherIncidentIsNotOfThisOne() {
        var other = town.incident(town.person("何凤英"), "MISSED", "TAKEN");

        program.get()
                .uri("/api/v1/incidents/%d/notes/%d/sound?by=王芳".formatted(other, note()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
