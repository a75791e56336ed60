package cn.anxin.hotline.console;

import cn.anxin.hotline.wellness.Verdict;
import cn.anxin.hotline.wellness.day.CheckList;
import cn.anxin.hotline.wellness.day.DayFigures;
import cn.anxin.hotline.wellness.day.DayReport;
import cn.anxin.hotline.wellness.day.Totals;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}")
class DaysApi {
    private final DayReport report;
    private final DayFigures figures;
    private final CheckList checks;

    DaysApi(DayReport report, DayFigures figures, CheckList checks) {
        this.report = report;
        this.figures = figures;
        this.checks = checks;
    }

    /**
     * @param categories people are in several, so these do not add up to the roster
     */
    record DaySum(
            LocalDate date,
            int roster,
            Totals totals,
            List<DayReport.Committee> committees,
            List<DayReport.Category> categories,
            DayFigures.Figures figures) {}

    @GetMapping
    @Operation(
            summary =
                    "每日汇总: where everybody stands, how they were reached and why not; the totals add"
                            + " up to the roster")
    DaySum day(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        var day = report.of(date.date());
        return new DaySum(
                day.date(),
                day.roster(),
                day.totals(),
                day.committees(),
                report.categories(day.date()),
                figures.of(day.date()));
    }

    @GetMapping("/volunteers")
    @Operation(summary = "每日汇总, by paired volunteer; names masked")
    Page<DayReport.Paired> volunteers(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        return Page.whole(report.volunteers(date.date()));
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
}
