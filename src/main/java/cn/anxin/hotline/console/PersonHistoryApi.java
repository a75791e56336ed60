package cn.anxin.hotline.console;

import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.people.keeping.ChangeKind;
import cn.anxin.hotline.people.keeping.PersonHistory;
import cn.anxin.hotline.people.keeping.RosterKeeping;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/people/{id}/history")
class PersonHistoryApi {
    private final Roster roster;
    private final RosterKeeping keeping;
    private final PersonHistory history;

    PersonHistoryApi(Roster roster, RosterKeeping keeping, PersonHistory history) {
        this.roster = roster;
        this.keeping = keeping;
        this.history = history;
    }

    /**
     * @param version that the change led to
     * @param reason left out, like what stood in the fields before, unless revealed
     */
    record ChangeItem(
            long id,
            ChangeKind state,
            Instant at,
            String actor,
            int version,
            List<String> fields,
            @Nullable String reason,
            @Nullable Map<String, String> before) {

        static ChangeItem of(PersonHistory.Item item, boolean reveal) {
            return new ChangeItem(
                    item.id(),
                    item.kind(),
                    item.at(),
                    item.actor(),
                    item.version(),
                    item.fields(),
                    reveal ? item.reason() : null,
                    reveal ? item.before() : null);
        }

        @Override
        public String toString() {
            return "ChangeItem[" + id + "]";
        }
    }

    @GetMapping
    @Operation(summary = "资料的修改记录: the latest first; old values only with reveal=true and a reason")
    Page<ChangeItem> history(
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "false") boolean reveal,
            @RequestParam(required = false) @Pattern(regexp = PeopleKeepingApi.NAME)
                    @Nullable String by,
            @RequestParam(required = false) @Size(min = 1, max = 200) @Nullable String reason,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var person = reveal ? keeping.show(id, PeopleApi.because(by, reason)) : roster.person(id);
        if (person.isEmpty()) {
            throw new Refused(Trouble.NOT_FOUND);
        }
        var items =
                history.page(id, after, limit).stream()
                        .map(item -> ChangeItem.of(item, reveal))
                        .toList();
        return Page.of(items, limit, item -> Long.toString(item.id()));
    }
}
