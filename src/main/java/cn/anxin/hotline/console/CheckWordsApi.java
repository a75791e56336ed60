package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.Clearing;
import cn.anxin.hotline.wellness.Corrections;
import cn.anxin.hotline.wellness.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A named person's word of how somebody is: while their check is open, or against its verdict. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}/checks/{id}")
class CheckWordsApi {
    private static final Fault NOT_SO =
            new Fault(
                    "id",
                    "只有已经有结果、没有转人工的问候才能更正；转了人工的，请办结事件",
                    "only a check that has ended otherwise than in an incident; settle the incident");

    private final Clearing clearing;
    private final Corrections corrections;

    CheckWordsApi(Clearing clearing, Corrections corrections) {
        this.clearing = clearing;
        this.corrections = corrections;
    }

    /**
     * @param by the name of who stands for it
     */
    record Word(
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @NotNull Clearing.How how,
            @Nullable @Size(max = 1000) String note) {}

    /**
     * @param by the name of who stands for it
     */
    record Correction(
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @NotNull Corrections.To verdict,
            @NotNull Corrections.Why why,
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

    @PostMapping("/correct")
    @Operation(
            summary =
                    "更正结果: what a check had come to was wrong; ESCALATED opens an incident. What it had"
                            + " been stays readable")
    Changed correct(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @PathVariable @Positive long id,
            @RequestBody @Valid Correction correction) {
        var note = correction.note() == null ? "" : correction.note();
        var word = new Corrections.Word(correction.verdict(), correction.why(), note);
        return switch (corrections.correct(date.date(), id, Actor.duty(correction.by()), word)) {
            case DONE -> new Changed(id, correction.verdict().verdict());
            case NOT_SO -> throw new Refused(Trouble.NOT_ALLOWED, List.of(NOT_SO));
            case UNKNOWN -> throw new Refused(Trouble.NOT_FOUND);
        };
    }

    private static Changed changed(Clearing.Cleared cleared, long id, Verdict verdict) {
        return switch (cleared) {
            case DONE -> new Changed(id, verdict);
            case TOO_LATE -> throw new Refused(Trouble.CHECK_OVER);
            case UNKNOWN -> throw new Refused(Trouble.NOT_FOUND);
        };
    }
}
