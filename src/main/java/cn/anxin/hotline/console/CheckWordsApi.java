package cn.anxin.hotline.console;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.Clearing;
import cn.anxin.hotline.wellness.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A named person's word of how somebody is, while their check is open. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}/checks/{id}")
class CheckWordsApi {
    private final Clearing clearing;

    CheckWordsApi(Clearing clearing) {
        this.clearing = clearing;
    }

    /**
     * @param by the name of who stands for it
     */
    record Word(
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @NotNull Clearing.How how,
            @Nullable @Size(max = 1000) String note) {}

    record Changed(long id, Verdict verdict) {}

    @PostMapping("/clear")
    @Operation(
            summary = "其他途径确认平安: a named person has talked with them, seen them, or heard of them")
    Changed clear(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @PathVariable @Positive long id,
            @RequestBody @Valid Word word) {
        var note = word.note() == null ? "" : word.note();
        var by = Actor.duty(word.by());
        return changed(clearing.clear(date.date(), id, by, word.how(), note), id, Verdict.CLEARED);
    }

    private static Changed changed(Clearing.Cleared cleared, long id, Verdict verdict) {
        return switch (cleared) {
            case DONE -> new Changed(id, verdict);
            case TOO_LATE -> throw new Refused(Trouble.CHECK_OVER);
            case UNKNOWN -> throw new Refused(Trouble.NOT_FOUND);
        };
    }
}
