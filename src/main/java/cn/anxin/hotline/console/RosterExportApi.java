package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.export.ExportFormat;
import cn.anxin.hotline.people.intake.export.RosterExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.ROOT + "/people/export")
class RosterExportApi {
    private final RosterExport roster;

    RosterExportApi(RosterExport roster) {
        this.roster = roster;
    }

    /**
     * Written while it is read, on the request's own thread, so that it counts as one of the
     * console's requests until its last byte. A failure in its midst breaks the connection.
     *
     * @param format xlsx or csv
     */
    @GetMapping
    @Operation(
            summary =
                    "导出名单: everybody in the roster, unmasked, in the import's columns; journalled")
    void give(@RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
            throws IOException {
        var chosen = format(format);
        response.setContentType(chosen.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"roster." + chosen.extension() + "\"");
        try {
            roster.write(chosen, response.getOutputStream(), Actor.API);
        } catch (IOException | RuntimeException why) {
            if (response.isCommitted()) {
                throw new CutShort(why);
            }
            throw why;
        }
    }

    private static ExportFormat format(String name) {
        return Arrays.stream(ExportFormat.values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(
                                Trouble.BAD_INPUT,
                                List.of(new Fault("format", "只能是 xlsx 或 csv", "xlsx or csv"))));
    }
}
