package cn.anxin.hotline.console;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.keeping.Because;
import cn.anxin.hotline.people.keeping.Kept;
import cn.anxin.hotline.people.keeping.RosterKeeping;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes what is written down of one person; by whom and why is never left out. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/people")
class PeopleKeepingApi {
    static final String NAME = "[\\p{L}\\p{N} ]{1,40}";

    private final Roster roster;
    private final RosterKeeping keeping;
    private final NumberPlan plan;
    private final JsonMapper json;
    private final Validator validator;

    PeopleKeepingApi(
            Roster roster,
            RosterKeeping keeping,
            NumberPlan plan,
            JsonMapper json,
            Validator validator) {
        this.roster = roster;
        this.keeping = keeping;
        this.plan = plan;
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param by the name of who does it
     */
    record Why(
            @NotNull @Pattern(regexp = NAME) String by, @NotBlank @Size(max = 200) String reason) {

        Because because() {
            return new Because(Actor.duty(by), reason.strip());
        }
    }

    record Added(@NotNull @Valid Why why, @NotNull @Valid PersonForm person) {}

    /**
     * @param version that was seen
     * @param person what is to change, as RFC 7396 merges it: null takes a field away
     */
    record Changed(@NotNull @Valid Why why, @Positive int version, @NotNull JsonNode person) {}

    /**
     * @param version to be sent with the next change
     */
    record Now(long id, int version) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增关爱对象: a new person, rung every day from now on")
    Now add(@RequestBody @Valid Added added) {
        return now(keeping.add(added.person().profile(plan), added.why().because()));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "修改资料: changes some fields, unless somebody else was first")
    Now change(@PathVariable @Positive long id, @RequestBody @Valid Changed changed) {
        var person = roster.person(id).orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
        var form = merged(PersonForm.of(person.profile()), changed.person());
        return now(
                keeping.change(id, changed.version(), form.profile(plan), changed.why().because()));
    }

    @PostMapping("/{id}/enrol")
    @Operation(summary = "纳入每日问候: rung every day again")
    Now enrol(@PathVariable @Positive long id, @RequestBody @Valid Why why) {
        return now(keeping.enrol(id, why.because()));
    }

    @PostMapping("/{id}/leave")
    @Operation(summary = "退出每日问候: rung no more; nothing is deleted")
    Now leave(@PathVariable @Positive long id, @RequestBody @Valid Why why) {
        return now(keeping.leave(id, why.because()));
    }

    private PersonForm merged(PersonForm stored, JsonNode patch) {
        PersonForm form;
        try {
            form =
                    json.treeToValue(
                            MergePatch.apply(json.valueToTree(stored), patch), PersonForm.class);
        } catch (JacksonException e) {
            // its message quotes what was sent
            throw new Refused(
                    Trouble.BAD_INPUT, List.of(new Fault("person", "写法不对", "written wrongly")));
        }
        var faults =
                validator.validate(form).stream()
                        .map(fault ->
                                new Fault(
                                        fault.getPropertyPath().toString(),
                                        "超出允许的范围",
                                        fault.getMessage()))
                        .toList();
        if (!faults.isEmpty()) {
            throw new Refused(Trouble.BAD_INPUT, faults);
        }
        return form;
    }

    private static Now now(Kept kept) {
        return switch (kept) {
            case Kept.Done done -> new Now(done.id(), done.version());
            case Kept.Unknown _ -> throw new Refused(Trouble.NOT_FOUND);
            case Kept.Outdated _ -> throw new Refused(Trouble.OUTDATED);
            case Kept.Refused refused ->
                    throw new Refused(Trouble.NOT_ALLOWED, List.of(fault(refused.why())));
        };
    }

    private static Fault fault(Kept.Why why) {
        return switch (why) {
            case SAME_PERSON ->
                    new Fault(
                            "person",
                            "名单里已有同名同号码的人",
                            "somebody of this name and number is in the roster");
            case CONSENT_REFUSED ->
                    new Fault(
                            "consent",
                            "本人不同意每日问候，请先办退出",
                            "they refused to be rung: let them leave the roster first");
            case UNKNOWN_CATEGORY -> new Fault("categories", "类别不认识", "an unknown category");
            case OWN_VOLUNTEER ->
                    new Fault(
                            "volunteers",
                            "志愿者电话就是本人的电话",
                            "the volunteer's number is the person's own");
            case ALREADY_ENROLLED -> new Fault("id", "已经在每日问候中", "rung every day already");
            case ALREADY_LEFT -> new Fault("id", "已经退出每日问候", "not rung any more already");
        };
    }
}
