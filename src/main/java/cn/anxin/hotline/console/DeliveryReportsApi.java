package cn.anxin.hotline.console;

import cn.anxin.hotline.notice.DeliveryReports;
import cn.anxin.hotline.notice.DeliveryReports.Reading;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where SMS gateways report. They hold no token of ours; the secret in the address is theirs alone.
 */
@RestController
class DeliveryReportsApi {
    static final String PATH = ApiPaths.ROOT + "/notices/reports/{channel}/{secret}";

    private final DeliveryReports reports;

    DeliveryReportsApi(DeliveryReports reports) {
        this.reports = reports;
    }

    @PostMapping(PATH)
    @Operation(summary = "短信回执: what an SMS gateway reports of the messages that it took")
    ResponseEntity<String> report(
            @PathVariable String channel,
            @PathVariable String secret,
            @RequestBody(required = false) String body) {
        return switch (reports.read(channel, secret, body == null ? "" : body)) {
            case Reading.Read(var answer) ->
                    ResponseEntity.ok()
                            .contentType(
                                    answer.startsWith("{")
                                            ? MediaType.APPLICATION_JSON
                                            : MediaType.TEXT_PLAIN)
                            .body(answer);
            case Reading.NotFromUs _ -> throw new Refused(Trouble.NOT_FOUND);
            case Reading.Unreadable _ -> throw new Refused(Trouble.BAD_INPUT);
            case Reading.TooEarly _ -> throw new Refused(Trouble.NOT_SENT_YET);
        };
    }
}
