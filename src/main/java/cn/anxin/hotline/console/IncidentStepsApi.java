package cn.anxin.hotline.console;

import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Incidents;
import cn.anxin.hotline.escalation.Taking;
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
     * @param by the name of who does it
     */
    record Named(@NotNull @Pattern(regexp = NAME) String by) {}

    /**
     * @param by the name of who answers for it
     */
    record Settled(
            @NotNull @Pattern(regexp = NAME) String by,
            @NotNull IncidentOutcome outcome,
            @Nullable @Size(max = 1000) String note) {}

    record Changed(long id, IncidentState state) {}

    @PostMapping("/take")
    @Operation(summary = "接单: somebody with a name takes it and answers for it")
    Changed take(@PathVariable @Positive long id, @RequestBody @Valid Named named) {
        var taking = incidents.take(id, Actor.duty(named.by()), Via.CONSOLE);
        return changed(taking instanceof Taking.Taken, id, IncidentState.TAKEN);
    }

    @PostMapping("/needs-time")
    @Operation(summary = "Whoever has it is still on it; their time begins anew")
    void needsTime(@PathVariable @Positive long id, @RequestBody @Valid Named named) {
        unlessRefused(incidents.needsTime(id, Actor.duty(named.by()), Via.CONSOLE));
    }

    @PostMapping("/give-up")
    @Operation(summary = "Whoever has it can't after all; people are rung again")
    void giveUp(@PathVariable @Positive long id, @RequestBody @Valid Named named) {
        unlessRefused(incidents.giveUp(id, Actor.duty(named.by()), Via.CONSOLE));
    }

    @PostMapping("/hand-over")
    @Operation(summary = "首问负责: whoever has it answers for it until somebody else has accepted")
    void handOver(@PathVariable @Positive long id, @RequestBody @Valid Named named) {
        unlessRefused(incidents.handOver(id, Actor.duty(named.by()), Via.CONSOLE));
    }

    private static void unlessRefused(boolean done) {
        if (!done) {
            throw new Refused(Trouble.TOO_LATE);
        }
    }

    @PostMapping("/seen")
    @Operation(summary = "已见到本人: somebody with a name has seen the person")
    Changed seen(@PathVariable @Positive long id, @RequestBody @Valid Named named) {
        return changed(
                incidents.seen(id, Actor.duty(named.by()), Via.CONSOLE), id, IncidentState.SEEN);
    }

    @PostMapping("/settle")
    @Operation(summary = "办结: ends the incident, with its outcome")
    Changed settle(@PathVariable @Positive long id, @RequestBody @Valid Settled settled) {
        var note = settled.note() == null ? "" : settled.note();
        var done = incidents.settle(id, Actor.duty(settled.by()), settled.outcome(), note);
        return changed(done, id, IncidentState.SETTLED);
    }

    private static Changed changed(boolean done, long id, IncidentState state) {
        unlessRefused(done);
        return new Changed(id, state);
    }
}
