package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.day.AmendmentList;
import cn.anxin.hotline.wellness.day.DayRecords;
import cn.anxin.hotline.wellness.day.DayWorkbook;
import cn.anxin.hotline.wellness.day.KeptDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A day's sum as it was kept, what became another of it since, and the sum as a workbook. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}")
class DayRecordsApi {
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DayRecords records;
    private final AmendmentList amendments;
    private final DayWorkbook workbook;

    DayRecordsApi(DayRecords records, AmendmentList amendments, DayWorkbook workbook) {
        this.records = records;
        this.amendments = amendments;
        this.workbook = workbook;
    }

    /**
     * @param by the name of who asks for it
     */
    record By(@NotNull @Pattern(regexp = IncidentStepsApi.NAME) String by) {}

    @GetMapping("/records")
    @Operation(summary = "汇总存档: the sums that were kept of a day, the latest first")
    Page<KeptDay> records(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date) {
        return Page.whole(records.of(date.date()));
    }

    @PostMapping("/records")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "现在存档: keeps the sum of a day as it stands, beside the day's own")
    KeptDay keep(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestBody @Valid By by) {
        return switch (records.keepNow(date.date(), Actor.duty(by.by()))) {
            case DayRecords.Asked.Kept kept -> kept.record();
            case DayRecords.Asked.TooEarly _ -> throw refused("这一天还没到", "that day has not begun");
            case DayRecords.Asked.TooOften _ ->
                    throw refused("这一天已经存了很多次", "that day was kept many times already");
        };
    }

    @GetMapping("/amendments")
    @Operation(
            summary =
                    "更正: what became another of a day since it was kept: what, when, who and why; names"
                            + " masked")
    Page<AmendmentList.Amendment> amendments(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var items =
                records.daily(date.date())
                        .map(kept -> amendments.page(kept.id(), after, limit))
                        .orElse(List.of());
        return Page.of(items, limit, item -> Long.toString(item.id()));
    }

    /**
     * Written while it is read, as the roster's export is. A failure in its midst breaks the
     * connection.
     */
    @GetMapping("/workbook")
    @Operation(summary = "导出汇总: the day's sum as .xlsx, people named in clear; journalled")
    void workbook(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(WORKBOOK);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"day-" + date.date() + ".xlsx\"");
        try {
            workbook.write(date.date(), response.getOutputStream(), Actor.duty(by));
        } catch (IOException | RuntimeException why) {
            if (response.isCommitted()) {
                throw new CutShort(why);
            }
            throw why;
        }
    }

    private static Refused refused(String zh, String en) {
        return new Refused(Trouble.NOT_ALLOWED, List.of(new Fault("date", zh, en)));
    }
}
