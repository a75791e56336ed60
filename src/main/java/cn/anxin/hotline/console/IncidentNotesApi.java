package cn.anxin.hotline.console;

import cn.anxin.hotline.escalation.IncidentNotes;
import cn.anxin.hotline.journal.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Files;
import java.time.Instant;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What those who reported of an incident by telephone said, for a human ear. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/incidents/{id}/notes")
class IncidentNotesApi {
    private final IncidentNotes notes;

    IncidentNotesApi(IncidentNotes notes) {
        this.notes = notes;
    }

    enum State {
        KEPT
    }

    /**
     * @param by as the journal names them
     */
    record Item(long id, State state, String callId, String by, int lengthMs, Instant recordedAt) {}

    @GetMapping
    @Operation(summary = "口头备注: what was said of an incident, the oldest first")
    Page<Item> notes(@PathVariable @Positive long id) {
        return Page.whole(notes.of(id).stream().map(IncidentNotesApi::item).toList());
    }

    @GetMapping("/{note}/sound")
    @Operation(summary = "听口头备注: the sound, WAV; who plays it is recorded")
    ResponseEntity<FileSystemResource> sound(
            @PathVariable @Positive long id,
            @PathVariable @Positive long note,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by) {
        var sound =
                notes.sound(id, note, Actor.duty(by))
                        .filter(Files::isReadable)
                        .orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("audio/wav"))
                .body(new FileSystemResource(sound));
    }

    private static Item item(IncidentNotes.Note note) {
        return new Item(
                note.id(),
                State.KEPT,
                note.callId(),
                note.by(),
                note.lengthMs(),
                note.recordedAt());
    }
}
