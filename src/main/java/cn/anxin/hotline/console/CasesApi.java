package cn.anxin.hotline.console;

import cn.anxin.hotline.cases.CaseList;
import cn.anxin.hotline.cases.CaseSounds;
import cn.anxin.hotline.journal.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/cases")
class CasesApi {
    private final CaseList cases;
    private final CaseSounds sounds;

    CasesApi(CaseList cases, CaseSounds sounds) {
        this.cases = cases;
        this.sounds = sounds;
    }

    @GetMapping
    @Operation(summary = "工单: the cases, the latest first; names and numbers masked")
    Page<CaseList.ListedCase> cases(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(cases.page(after, limit), limit, item -> Long.toString(item.id()));
    }

    @GetMapping("/{id}/sound")
    @Operation(summary = "听留言: the message, WAV; who plays it is recorded")
    ResponseEntity<byte[]> sound(
            @PathVariable @Positive long id,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by) {
        return Wav.of(sounds.message(id, Actor.duty(by)));
    }
}
