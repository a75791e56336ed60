package cn.anxin.hotline.console;

import cn.anxin.hotline.people.Category;
import cn.anxin.hotline.people.ListedPerson;
import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.Roster;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/people")
class PeopleApi {
    private final Roster roster;

    PeopleApi(Roster roster) {
        this.roster = roster;
    }

    enum State {
        ENROLLED,
        NOT_ENROLLED
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
                    person.enrolled() ? State.ENROLLED : State.NOT_ENROLLED,
                    MaskedName.of(person.name()),
                    person.committee(),
                    new Window(person.window().opens(), person.window().closes()),
                    person.numbers(),
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
}
