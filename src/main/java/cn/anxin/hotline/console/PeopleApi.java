package cn.anxin.hotline.console;

import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.ListedPerson;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.keeping.Because;
import cn.anxin.hotline.people.keeping.RosterKeeping;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/people")
class PeopleApi {
    private final Roster roster;
    private final RosterKeeping keeping;
    private final NumberPlan plan;

    PeopleApi(Roster roster, RosterKeeping keeping, NumberPlan plan) {
        this.roster = roster;
        this.keeping = keeping;
        this.plan = plan;
    }

    enum State {
        ENROLLED,
        NOT_ENROLLED;

        static State of(boolean enrolled) {
            return enrolled ? ENROLLED : NOT_ENROLLED;
        }
    }

    /** The town's local times. */
    record Window(LocalTime opens, LocalTime closes) {}

    /**
     * @param name masked, like the numbers
     */
    record PersonItem(
            long id,
            State state,
            String name,
            String committee,
            Window window,
            List<String> numbers,
            Set<Category> categories) {

        static PersonItem of(ListedPerson person) {
            return new PersonItem(
                    person.id(),
                    State.of(person.enrolled()),
                    MaskedName.of(person.name()),
                    person.committee(),
                    new Window(person.window().opens(), person.window().closes()),
                    person.numbers(),
                    person.categories());
        }

        static PersonItem of(Person person) {
            return new PersonItem(
                    person.id(),
                    State.of(person.enrolled()),
                    MaskedName.of(person.name()),
                    person.committee(),
                    new Window(person.window().opens(), person.window().closes()),
                    person.numbers().stream().map(PhoneNumber::masked).toList(),
                    person.categories());
        }
    }

    @GetMapping
    @Operation(summary = "名单库: everybody in the roster, by id; names and numbers masked")
    Page<PersonItem> people(
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var items = roster.page(after, limit).stream().map(PersonItem::of).toList();
        return Page.of(items, limit, item -> Long.toString(item.id()));
    }

    @GetMapping(params = "number")
    @Operation(summary = "按号码查人: who answers at a number, as people write it")
    Page<PersonItem> at(@RequestParam @Size(min = 1, max = 64) String number) {
        var read =
                PhoneNumber.parse(number, plan)
                        .orElseThrow(() ->
                                new Refused(
                                        Trouble.BAD_INPUT,
                                        List.of(
                                                new Fault(
                                                        "number",
                                                        "电话号码不对",
                                                        "no such telephone number"))));
        return Page.whole(roster.peopleAt(read).stream().map(PersonItem::of).toList());
    }

    /**
     * @param reveal in clear; wants a reason, and is recorded
     */
    @GetMapping("/{id}")
    @Operation(summary = "一个人的资料: masked; in clear with reveal=true, by and a reason")
    PersonCard person(
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "false") boolean reveal,
            @RequestParam(required = false) @Pattern(regexp = PeopleKeepingApi.NAME)
                    @Nullable String by,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String reason) {
        var person =
                reveal
                        ? keeping.show(id, because(by, reason)).map(PersonCard::revealed)
                        : roster.person(id).map(PersonCard::masked);
        return person.orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
    }

    static Because because(@Nullable String by, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(Trouble.BAD_INPUT, List.of(new Fault("reason", "缺少这一项", "missing")));
        }
        return new Because(by == null ? Actor.API : Actor.duty(by), reason.strip());
    }
}
