package cn.anxin.hotline.console;

import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.line.AlarmList;
import cn.anxin.hotline.wellness.line.Resumption;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lines and parts of the town that are silent, and paused in the round. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/alarms")
class AlarmsApi {
    private static final String NAME = "[\\p{L}\\p{N} ]{1,40}";

    private final AlarmList list;
    private final Resumption resumption;

    AlarmsApi(AlarmList list, Resumption resumption) {
        this.list = list;
        this.resumption = resumption;
    }

    @GetMapping
    @Operation(summary = "一片打不通: the alarms, the latest first")
    Page<AlarmList.ListedAlarm> alarms(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(list.page(after, limit), limit, alarm -> Long.toString(alarm.id()));
    }

    @GetMapping("/{id}/people")
    @Operation(summary = "涉及的人: whom an alarm touches, the highest risk first; names masked")
    Page<AlarmList.TouchedPerson> people(
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "0") @PositiveOrZero int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(list.people(id, after, limit), limit, _ -> Integer.toString(after + limit));
    }

    /**
     * @param by the name of who says so
     * @param reason how they know
     */
    record Resume(
            @NotNull @Pattern(regexp = NAME) String by, @NotBlank @Size(max = 200) String reason) {}

    record Resumed(long id, String state) {}

    @PostMapping("/{id}/resume")
    @Operation(summary = "继续问候: somebody with a name overrules the alarm; its part is rung again")
    Resumed resume(@PathVariable @Positive long id, @RequestBody @Valid Resume resume) {
        if (!resumption.resume(id, Actor.duty(resume.by()), resume.reason())) {
            throw new Refused(Trouble.TOO_LATE);
        }
        return new Resumed(id, "RESUMED");
    }
}
