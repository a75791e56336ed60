package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.plan.CallPlan;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import cn.anxin.hotline.wellness.plan.TownPlan;
import cn.anxin.hotline.wellness.plan.Wishes;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people are rung: the town's ways, and each person's own. */
@RestController
@RequestMapping(ApiPaths.ROOT)
class PlansApi {
    private static final Fault NO_SUCH_QUESTION =
            new Fault("wishes.questions", "没有这样的追问", "no such further question");

    private final PersonPlans plans;
    private final TownPlan town;

    PlansApi(PersonPlans plans, TownPlan town) {
        this.plans = plans;
        this.town = town;
    }

    enum State {
        AS_THE_TOWN,
        OWN
    }

    /**
     * @param wishes where the person's plan differs
     * @param effective everything considered
     */
    record PlanItem(long id, State state, Wishes wishes, CallPlan effective) {}

    /**
     * @param by the name of who changes it
     * @param wishes all of them: what is left out is as the town's again
     */
    record Change(
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @Nullable @Size(max = 500) String why,
            @NotNull Wishes wishes) {}

    @GetMapping("/plan")
    @Operation(summary = "全镇的问候安排: how everybody is rung, in the window that the roster names")
    TownPlan town() {
        return town;
    }

    @GetMapping("/people/{id}/plan")
    @Operation(summary = "一人一策: how a person is rung")
    PlanItem plan(@PathVariable @Positive long id) {
        return plans.find(id)
                .map(plan -> {
                    var own = !plan.wishes().equals(Wishes.NONE);
                    return new PlanItem(
                            id,
                            own ? State.OWN : State.AS_THE_TOWN,
                            plan.wishes(),
                            plan.effective());
                })
                .orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
    }

    @PutMapping("/people/{id}/plan")
    @Operation(
            summary =
                    "修改一人一策: windows and days hold from the next day on, all else from the next call"
                            + " on")
    PlanItem change(@PathVariable @Positive long id, @RequestBody @Valid Change change) {
        var why = change.why() == null ? "" : change.why();
        return switch (plans.put(id, change.wishes(), Actor.duty(change.by()), why)) {
            case DONE -> plan(id);
            case NO_SUCH_PERSON -> throw new Refused(Trouble.NOT_FOUND);
            case NO_SUCH_QUESTION ->
                    throw new Refused(Trouble.BAD_INPUT, List.of(NO_SUCH_QUESTION));
        };
    }
}
