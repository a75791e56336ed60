package cn.anxin.hotline.console;

import cn.anxin.hotline.wellness.CheckList;
import cn.anxin.hotline.wellness.DayReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}")
class DaysApi {
    private final DayReport report;
    private final CheckList checks;

    DaysApi(DayReport report, CheckList checks) {
        this.report = report;
        this.checks = checks;
    }

    @GetMapping
    @Operation(summary = "每日汇总: where everybody stands; the totals add up to the roster")
    DayReport.Day day(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        return report.of(date.date());
    }

    @GetMapping("/checks")
    @Operation(summary = "每日问候: the checks of a day, by id")
    Page<CheckList.ListedCheck> checks(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return Page.of(
                checks.page(date.date(), after, limit), limit, item -> Long.toString(item.id()));
    }
}
