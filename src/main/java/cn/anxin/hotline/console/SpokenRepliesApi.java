package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.SpokenReplies;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people said in a check instead of pressing a key, for a human ear. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/spoken-replies")
class SpokenRepliesApi {
    private static final String CALL = "[A-Za-z0-9.-]{1,80}";

    private final SpokenReplies replies;

    SpokenRepliesApi(SpokenReplies replies) {
        this.replies = replies;
    }

    /**
     * @param id also the call's
     */
    record Item(
            String id,
            State state,
            long checkId,
            long personId,
            int lengthMs,
            Instant recordedAt,
            @Nullable String verdict) {}

    enum State {
        UNHEARD
    }

    /**
     * @param by the name of who has listened
     * @param well whether it was the person, and they are well
     */
    record Heard(
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @NotNull Boolean well,
            @Nullable @Size(max = 1000) String note) {}

    record Changed(String id, boolean well) {}

    @GetMapping
    @Operation(summary = "待听录音: those nobody has listened to, the oldest first")
    Page<Item> unheard(@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.whole(replies.unheard(limit).stream().map(SpokenRepliesApi::item).toList());
    }

    @GetMapping("/{id}/sound")
    @Operation(summary = "听录音: the sound, WAV; who plays it is recorded")
    ResponseEntity<byte[]> sound(
            @PathVariable @Pattern(regexp = CALL) String id,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by) {
        return Wav.of(replies.sound(call(id), Actor.duty(by)));
    }

    @PostMapping("/{id}")
    @Operation(summary = "听完录音: well confirms the check; not well is an incident at once")
    Changed heard(
            @PathVariable @Pattern(regexp = CALL) String id, @RequestBody @Valid Heard heard) {
        var note = heard.note() == null ? "" : heard.note();
        return switch (replies.heard(call(id), Actor.duty(heard.by()), heard.well(), note)) {
            case DONE -> new Changed(id, heard.well());
            case TOO_LATE -> throw new Refused(Trouble.CHECK_OVER);
            case UNKNOWN -> throw new Refused(Trouble.NOT_FOUND);
        };
    }

    private static CallId call(String id) {
        if (!CallId.isOne(id)) {
            throw new Refused(Trouble.NOT_FOUND);
        }
        return new CallId(id);
    }

    private static Item item(SpokenReplies.Waiting reply) {
        return new Item(
                reply.callId(),
                State.UNHEARD,
                reply.checkId(),
                reply.personId(),
                reply.lengthMs(),
                reply.recordedAt(),
                reply.verdict());
    }
}
