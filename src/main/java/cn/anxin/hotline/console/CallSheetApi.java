package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.wellness.sheet.CallSheet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is left, for the printer. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/days/{date}/call-sheet")
class CallSheetApi {
    private final CallSheet sheet;

    CallSheetApi(CallSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Written while it is read, as the roster's export is. A failure in its midst breaks the
     * connection.
     */
    @GetMapping
    @Operation(
            summary =
                    "打电话名单: a page for the printer with everybody who is still open, the highest risk and"
                            + " the window that closes soonest first; people in clear; journalled")
    void sheet(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "date")) Day date,
            @RequestParam @Pattern(regexp = IncidentStepsApi.NAME) String by,
            HttpServletResponse response)
            throws IOException {
        if (date.date().isAfter(sheet.today())) {
            throw new Refused(
                    Trouble.NOT_ALLOWED,
                    List.of(new Fault("date", "这一天还没到", "that day has not begun")));
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", sheet.policy());
        try {
            sheet.write(
                    date.date(),
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                    Actor.duty(by));
        } catch (IOException | RuntimeException why) {
            if (response.isCommitted()) {
                throw new CutShort(why);
            }
            throw why;
        }
    }
}
