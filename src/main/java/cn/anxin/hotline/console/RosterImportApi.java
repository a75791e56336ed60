package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.ImportOptions;
import cn.anxin.hotline.people.intake.RosterImport;
import cn.anxin.hotline.people.intake.report.ImportRefused;
import cn.anxin.hotline.people.intake.report.ImportReport;
import cn.anxin.hotline.people.intake.report.ImportStale;
import cn.anxin.hotline.people.intake.report.ImportUnconfirmed;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping(ApiPaths.ROOT + "/people/import")
class RosterImportApi {
    private final RosterImport roster;

    RosterImportApi(RosterImport roster) {
        this.roster = roster;
    }

    /**
     * Rows with a fault are told and stay out; the others come in together.
     *
     * @param sheet the name of the one to read, if it is not the first that is a roster
     * @param replace whether enrolled people of the file's committees who are not in it leave
     * @param confirm how many leave, if they are more than a third of a committee
     * @param fingerprint of the preview: another result is refused
     */
    @PostMapping(
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "导入名单: an .xlsx or CSV file; with preview=true it only tells what would change")
    ImportReport take(
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(required = false) @Nullable Integer confirm,
            @RequestParam(required = false) @Nullable String fingerprint)
            throws IOException {
        return take(file, preview, new ImportOptions(sheet, replace, confirm, fingerprint));
    }

    /** The same, told in sentences. */
    @PostMapping(
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "导入名单: the same, told in sentences")
    String tell(
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(defaultValue = "false") boolean replace,
            @RequestParam(required = false) @Nullable Integer confirm,
            @RequestParam(required = false) @Nullable String fingerprint,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String language)
            throws IOException {
        var report = take(file, preview, new ImportOptions(sheet, replace, confirm, fingerprint));
        return ImportText.of(report, preview, Tongue.of(language));
    }

    private ImportReport take(MultipartFile file, boolean preview, ImportOptions options)
            throws IOException {
        try (var content = file.getInputStream()) {
            var result =
                    preview
                            ? roster.preview(content, options)
                            : roster.run(content, options, Actor.API);
            return switch (result) {
                case ImportReport report -> report;
                case ImportRefused refused -> throw notARoster(refused);
                case ImportStale _ -> throw new Refused(Trouble.ROSTER_CHANGED);
                case ImportUnconfirmed unconfirmed -> throw unconfirmed(unconfirmed);
            };
        }
    }

    private static Refused notARoster(ImportRefused refused) {
        var reason = refused.reason();
        return new Refused(
                Trouble.NOT_A_ROSTER, List.of(new Fault("file", reason.zh(), reason.en())));
    }

    private static Refused unconfirmed(ImportUnconfirmed unconfirmed) {
        int removals = unconfirmed.removals();
        return new Refused(
                Trouble.REMOVALS_UNCONFIRMED,
                List.of(
                        new Fault(
                                "confirm",
                                "会有 %d 人离开名单；确实如此，请加上 confirm=%d".formatted(removals, removals),
                                "%d people would leave the roster; if so, add confirm=%d"
                                        .formatted(removals, removals))));
    }
}
