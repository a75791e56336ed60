package cn.anxin.hotline.console;

import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.Via;
import cn.anxin.hotline.journal.Actor;
import io.swagger.v3.oas.annotations.Operation;
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

/** What the duty desk reports back of an incident. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/incidents/{id}")
class IncidentStepsApi {
    static final String NAME = "[\\p{L}\\p{N} ]{1,40}";

    private final Incidents incidents;

    IncidentStepsApi(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * @param by the name of who has seen the person
     */
    record Seen(@NotNull @Pattern(regexp = NAME) String by) {}

    /**
     * @param by the name of who answers for it
     */
    record Settled(
            @NotNull @Pattern(regexp = NAME) String by,
            @NotNull IncidentOutcome outcome,
            @Nullable @Size(max = 1000) String note) {}

    record Changed(long id, IncidentState state) {}

    @PostMapping("/seen")
    @Operation(summary = "已见到本人: somebody with a name has seen the person")
    Changed seen(@PathVariable @Positive long id, @RequestBody @Valid Seen seen) {
        return changed(
                incidents.seen(id, Actor.duty(seen.by()), Via.CONSOLE), id, IncidentState.SEEN);
    }

    @PostMapping("/settle")
    @Operation(summary = "办结: ends the incident, with its outcome")
    Changed settle(@PathVariable @Positive long id, @RequestBody @Valid Settled settled) {
        var note = settled.note() == null ? "" : settled.note();
        var done = incidents.settle(id, Actor.duty(settled.by()), settled.outcome(), note);
        return changed(done, id, IncidentState.SETTLED);
    }

    private static Changed changed(boolean done, long id, IncidentState state) {
        if (!done) {
            throw new Refused(Trouble.TOO_LATE);
        }
        return new Changed(id, state);
    }
}
