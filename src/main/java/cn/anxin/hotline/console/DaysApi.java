package cn.anxin.hotline.console;

import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.MaskedNames;
import cn.anxin.hotline.wellness.Method;
import cn.anxin.hotline.wellness.Verdict;
import cn.anxin.hotline.wellness.day.AttemptList;
import cn.anxin.hotline.wellness.day.CheckList;
import cn.anxin.hotline.wellness.day.DayReport;
import cn.anxin.hotline.wellness.day.DaySummaries;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.PersonOfTheDay;
import cn.anxin.hotline.wellness.day.PeopleOfTheDay.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}")
class DaysApi {
    private final DaySummaries summaries;
    private final PeopleOfTheDay people;
    private final CheckList checks;
    private final AttemptList attempts;
    private final MaskedNames names;

    DaysApi(
            DaySummaries summaries,
            PeopleOfTheDay people,
            CheckList checks,
            AttemptList attempts,
            MaskedNames names) {
        this.summaries = summaries;
        this.people = people;
        this.checks = checks;
        this.attempts = attempts;
        this.names = names;
    }

    /**
     * @param id of the person
     * @param state where they stand
     * @param name masked, like the volunteer's
     * @param withName of who has it in hand: masked, or the name of a duty phone
     */
    record PersonItem(
            long id,
            String state,
            String name,
            String committee,
            List<String> categories,
            @Nullable String volunteer,
            @Nullable Method method,
            @Nullable String evidence,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            List<String> attempts,
            int maybeMachines,
            @Nullable Long incidentId,
            @Nullable String incident,
            @Nullable String with,
            @Nullable String withName) {}

    @GetMapping
    @Operation(
            summary =
                    "每日汇总: where everybody stands, how they were reached and why not; the totals add"
                            + " up to the roster. A day that is over reads as it was kept, with what"
                            + " has become another since beside it")
    DaySummaries.DaySummary day(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        return summaries.of(date.date());
    }

    @GetMapping("/volunteers")
    @Operation(summary = "每日汇总, by paired volunteer; names masked")
    Page<DayReport.Paired> volunteers(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        return Page.whole(summaries.volunteers(date.date()));
    }

    @GetMapping("/people")
    @Operation(
            summary =
                    "每日名单: the roster of the day, each person once, by id; who=STILL_OPEN: those still"
                            + " rung, or with an incident that is not settled, and who has it in"
                            + " hand; names masked")
    Page<PersonItem> people(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam(defaultValue = "EVERYBODY") Who who,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var page = people.page(date.date(), who, after, limit);
        var inHand =
                names.ofActors(
                        page.stream()
                                .map(PersonOfTheDay::withWhom)
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet()));
        return Page.of(
                page.stream().map(person -> item(person, inHand)).toList(),
                limit,
                item -> Long.toString(item.id()));
    }

    @GetMapping("/checks")
    @Operation(
            summary =
                    "每日问候: the checks of a day, by id; all, or those of some verdicts, states or of a"
                            + " committee")
    Page<CheckList.ListedCheck> checks(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam(required = false) @Nullable Set<Verdict> verdict,
            @RequestParam(required = false) @Nullable Set<CheckList.State> state,
            @RequestParam(required = false) @Positive @Nullable Long committee,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var wanted = new CheckList.Wanted(verdict, state, committee);
        return Page.of(
                checks.page(date.date(), wanted, after, limit),
                limit,
                item -> Long.toString(item.id()));
    }

    @GetMapping("/checks/{id}/attempts")
    @Operation(summary = "各次拨打: the calls of a check, each with what it came to and its evidence")
    Page<AttemptList.ListedAttempt> attempts(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @PathVariable @Positive long id) {
        return Page.whole(attempts.of(date.date(), id));
    }

    private static PersonItem item(PersonOfTheDay person, Map<String, String> inHand) {
        var volunteer = person.volunteer();
        var with = person.withWhom();
        return new PersonItem(
                person.personId(),
                person.standing(),
                MaskedName.of(person.name()),
                person.committee(),
                person.categories(),
                volunteer == null ? null : MaskedName.of(volunteer),
                person.method(),
                person.evidence(),
                person.endedBy(),
                person.endedAt(),
                person.attempts(),
                person.maybeMachines(),
                person.incidentId(),
                person.incident(),
                with,
                with == null ? null : inHand.get(with));
    }
}
