package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.MaskedNames;
import cn.anxin.hotline.people.pause.Pause;
import cn.anxin.hotline.people.pause.PauseList;
import cn.anxin.hotline.people.pause.PauseReason;
import cn.anxin.hotline.people.pause.PauseState;
import cn.anxin.hotline.people.pause.Paused;
import cn.anxin.hotline.people.pause.Pauses;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/pauses")
class PausesApi {
    private final Pauses pauses;
    private final PauseList list;
    private final MaskedNames names;

    PausesApi(Pauses pauses, PauseList list, MaskedNames names) {
        this.pauses = pauses;
        this.list = list;
        this.names = names;
    }

    /**
     * @param beginsOn the first day without a call
     * @param backOn the first day with one again
     * @param by the name of who answers for it
     */
    record Begun(
            @Positive long personId,
            @NotNull LocalDate beginsOn,
            @NotNull LocalDate backOn,
            @NotNull PauseReason reason,
            @Nullable @Size(max = 200) String remark,
            @NotNull @Pattern(regexp = PeopleKeepingApi.NAME) String by) {

        @Override
        public String toString() {
            return "Begun[" + personId + "]";
        }
    }

    record Moved(
            @NotNull LocalDate backOn,
            @NotNull @Pattern(regexp = PeopleKeepingApi.NAME) String by) {}

    record By(@NotNull @Pattern(regexp = PeopleKeepingApi.NAME) String by) {}

    /**
     * @param name masked
     */
    record PauseItem(
            long id,
            PauseState state,
            long personId,
            @Nullable String name,
            LocalDate beginsOn,
            LocalDate backOn,
            PauseReason reason,
            boolean remarked,
            String owner,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}

    @GetMapping
    @Operation(summary = "暂停问候: the pauses, the latest first; state=ENDED waits for an answer")
    Page<PauseItem> pauses(
            @RequestParam(required = false) Set<PauseState> state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var items = items(list.page(state == null ? Set.of() : state, after, limit));
        return Page.of(items, limit, item -> Long.toString(item.id()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "开始暂停: somebody is away until a day")
    PauseItem begin(@RequestBody @Valid Begun begun) {
        var remark = begun.remark() == null ? "" : begun.remark().strip();
        return item(
                pauses.begin(
                        new Pauses.Wish(
                                begun.personId(),
                                begun.beginsOn(),
                                begun.backOn(),
                                begun.reason(),
                                remark),
                        Actor.duty(begun.by())));
    }

    @PostMapping("/{id}/move")
    @Operation(summary = "改回来的日子: they come back sooner or later than was said")
    PauseItem move(@PathVariable @Positive long id, @RequestBody @Valid Moved moved) {
        return item(pauses.move(id, moved.backOn(), Actor.duty(moved.by())));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "提前结束: they are rung again from today")
    PauseItem end(@PathVariable @Positive long id, @RequestBody @Valid By by) {
        return item(pauses.end(id, Actor.duty(by.by())));
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(summary = "知道了: somebody knows that they are back")
    PauseItem acknowledge(@PathVariable @Positive long id, @RequestBody @Valid By by) {
        return item(pauses.acknowledge(id, Actor.duty(by.by())));
    }

    private PauseItem item(Paused paused) {
        return switch (paused) {
            case Paused.Done done -> items(List.of(done.pause())).getFirst();
            case Paused.Unknown _ -> throw new Refused(Trouble.NOT_FOUND);
            case Paused.Refused refused ->
                    throw new Refused(Trouble.NOT_ALLOWED, List.of(fault(refused.why())));
        };
    }

    private List<PauseItem> items(List<Pause> some) {
        var people = names.ofPeople(some.stream().map(Pause::personId).collect(Collectors.toSet()));
        return some.stream()
                .map(pause ->
                        new PauseItem(
                                pause.id(),
                                pause.state(),
                                pause.personId(),
                                people.get(pause.personId()),
                                pause.beginsOn(),
                                pause.backOn(),
                                pause.reason(),
                                !pause.remark().isEmpty(),
                                pause.owner(),
                                pause.acknowledgedAt(),
                                pause.acknowledgedBy()))
                .toList();
    }

    private static Fault fault(Paused.Why why) {
        return switch (why) {
            case BACKWARDS -> new Fault("backOn", "回来的日子不对", "they come back before that");
            case IN_THE_PAST -> new Fault("beginsOn", "不能从过去的日子开始", "not before today");
            case TOO_LONG ->
                    new Fault("backOn", "太长，到时候可以再延", "too long; it can be prolonged later");
            case OVERLAPS -> new Fault("beginsOn", "那几天已经暂停了", "they are away then already");
            case NOT_ENROLLED -> new Fault("personId", "不在每日问候中", "not rung every day anyway");
            case OVER -> new Fault("id", "这次暂停已经结束", "this pause is over");
        };
    }
}
