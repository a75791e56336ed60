package cn.anxin.hotline.console;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.RiskLevel;
import cn.anxin.hotline.wellness.Verdict;
import cn.anxin.hotline.wellness.day.CheckList;
import cn.anxin.hotline.wellness.day.DayFigures;
import cn.anxin.hotline.wellness.day.RoundList;
import cn.anxin.hotline.wellness.day.Totals;
import cn.anxin.hotline.wellness.round.Rounds;
import cn.anxin.hotline.wellness.round.Selection;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
@RequestMapping(ApiPaths.ROOT + "/rounds")
class RoundsApi {
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_KINDS = 200;
    private static final int DEFAULT_MINUTES = 120;

    private final Rounds rounds;
    private final RoundList list;
    private final DayFigures figures;
    private final CheckList checks;
    private final HotlineSettings settings;
    private final Clock clock;

    RoundsApi(
            Rounds rounds,
            RoundList list,
            DayFigures figures,
            CheckList checks,
            HotlineSettings settings,
            Clock clock) {
        this.rounds = rounds;
        this.list = list;
        this.figures = figures;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whom to ring. That everybody is meant is said by leaving the body out, never by an empty
     * list.
     */
    record Wanted(@NotEmpty @Size(max = MOST_PEOPLE) Set<@NotNull @Positive Long> people) {}

    /**
     * @param planned how many checks are due now
     */
    record Started(LocalDate day, int planned) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "开始一轮问候: rings now those whose check of today has not ended; without a body"
                            + " everybody enrolled")
    Started start(@RequestBody(required = false) @Valid @Nullable Wanted wanted) {
        var people = wanted == null ? Set.<Long>of() : wanted.people();
        var day = LocalDate.ofInstant(clock.instant(), settings.zone());
        return new Started(day, rounds.startNow(people));
    }

    /**
     * Whom to ring once more, and why: those in all of the lists that are given. That everybody is
     * meant is said in so many words.
     *
     * @param by the name of who stands for it
     * @param minutes how long people are rung before the round closes, 120 if it is not said
     */
    record Extra(
            @NotBlank @Size(max = 200) String reason,
            @NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by,
            @Nullable @Min(10) @Max(720) Integer minutes,
            @Nullable Boolean everybody,
            @Nullable @Size(min = 1, max = MOST_PEOPLE) Set<@NotNull @Positive Long> people,
            @Nullable @Size(min = 1, max = MOST_KINDS) Set<@NotNull @Positive Long> committees,
            @Nullable @Size(min = 1, max = MOST_KINDS)
                    Set<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String> categories,
            @Nullable @Size(min = 1, max = MOST_KINDS) Set<@NotNull RiskLevel> risks) {

        @AssertTrue(message = "either everybody, or at least one list")
        boolean isSelective() {
            var lists = Stream.of(people, committees, categories, risks);
            return Boolean.TRUE.equals(everybody) == lists.allMatch(list -> list == null);
        }

        Selection selection() {
            return new Selection(
                    people,
                    committees,
                    categories,
                    risks == null
                            ? null
                            : risks.stream()
                                    .map(RiskLevel::name)
                                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    record ExtraStarted(long id, RoundList.State state) {}

    @PostMapping("/extra")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "临时加问一轮 (高温、台风、隔离…): rings now, also those whose check of today has ended")
    ExtraStarted startExtra(@RequestBody @Valid Extra extra) {
        var minutes = extra.minutes() == null ? DEFAULT_MINUTES : extra.minutes();
        var id =
                rounds.startExtra(
                        extra.selection(),
                        extra.reason(),
                        Actor.duty(extra.by()),
                        Duration.ofMinutes(minutes));
        return new ExtraStarted(id, RoundList.State.PLANNING);
    }

    @GetMapping
    @Operation(summary = "问候轮次: the rounds, the latest first")
    Page<RoundList.ListedRound> rounds(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Positive long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(list.page(after, limit), limit, item -> Long.toString(item.id()));
    }

    /**
     * @param roster how many have a check in it
     */
    record RoundSum(
            RoundList.ListedRound round, int roster, Totals totals, DayFigures.Figures figures) {}

    @GetMapping("/{id}")
    @Operation(summary = "一轮问候的汇总: where those stand whom the round rings")
    RoundSum round(@PathVariable @Positive long id) {
        var round = list.find(id).orElseThrow(() -> new Refused(Trouble.NOT_FOUND));
        var totals = list.totals(id);
        return new RoundSum(round, totals.sum(), totals, figures.ofRound(id));
    }

    @GetMapping("/{id}/checks")
    @Operation(summary = "一轮问候的每个人: the checks of a round, by id")
    Page<CheckList.ListedCheck> checks(
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Set<Verdict> verdict,
            @RequestParam(required = false) @Nullable Set<CheckList.State> state,
            @RequestParam(required = false) @Positive @Nullable Long committee,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var wanted = new CheckList.Wanted(verdict, state, committee);
        return Page.of(
                checks.page(id, wanted, after, limit), limit, item -> Long.toString(item.id()));
    }
}
