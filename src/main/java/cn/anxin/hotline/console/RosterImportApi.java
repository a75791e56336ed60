package cn.anxin.hotline.console;

import cn.anxin.hotline.console.Problem.Fault;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.people.intake.ImportRefused;
import cn.anxin.hotline.people.intake.ImportReport;
import cn.anxin.hotline.people.intake.ImportResult;
import cn.anxin.hotline.people.intake.RosterImport;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** Rows with a fault are told and stay out; the others come in together. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "导入名单: a CSV file; with preview=true it only tells what would change")
    ImportReport take(
            @RequestPart MultipartFile file, @RequestParam(defaultValue = "false") boolean preview)
            throws IOException {
        try (var csv = file.getInputStream()) {
            return switch (result(csv, preview)) {
                case ImportReport report -> report;
                case ImportRefused refused -> throw notARoster(refused);
            };
        }
    }

    private ImportResult result(InputStream csv, boolean preview) throws IOException {
        return preview ? roster.preview(csv) : roster.run(csv, Actor.API);
    }

    private static Refused notARoster(ImportRefused refused) {
        var reason = refused.reason();
        return new Refused(
                Trouble.NOT_A_ROSTER, List.of(new Fault("file", reason.zh(), reason.en())));
    }
}
