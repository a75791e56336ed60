package cn.anxin.hotline.notice.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a gateway's delivery reports are read, which it posts to {@code
 * /api/v1/notices/reports/NAME/SECRET}.
 *
 * @param secret in the address that only the gateway knows: letters and digits, 20 or more; empty:
 *     no reports are taken
 * @param itemsAt JSON pointer to the list of reports; empty: the whole body, a list or one report
 * @param idAt within a report, to our id or the gateway's receipt
 * @param statusAt within a report, to what became of the message
 * @param delivered values that mean that it has arrived
 * @param undelivered values that mean that it will not; any other value is passed over
 * @param answer what the gateway wants to hear when we have its reports
 */
public record SmsReport(
        @DefaultValue("") String secret,
        @DefaultValue("") String itemsAt,
        @DefaultValue("") String idAt,
        @DefaultValue("") String statusAt,
        @DefaultValue Set<String> delivered,
        @DefaultValue Set<String> undelivered,
        @DefaultValue("OK") String answer) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public SmsReport {
        delivered = Set.copyOf(delivered);
        undelivered = Set.copyOf(undelivered);
        List.of(itemsAt, idAt, statusAt).forEach(JsonPointer::compile);
        if (!secret.isEmpty() && !secret.matches("[A-Za-z0-9]{20,100}")) {
            throw new IllegalArgumentException(
                    "hotline.notice.sms: report.secret has 20 or more letters and digits");
        }
        if (!secret.isEmpty() && (idAt.isEmpty() || statusAt.isEmpty())) {
            throw new IllegalArgumentException(
                    "hotline.notice.sms: reports need report.id-at and report.status-at");
        }
    }

    /**
     * @param id ours, or the gateway's receipt
     */
    public record Item(String id, boolean delivered) {}

    /** Empty if the body is not what the settings say. */
    public Optional<List<Item>> read(String body) {
        try {
            var items = JSON.readTree(body).at(itemsAt);
            if (!items.isContainer()) {
                return Optional.empty();
            }
            var read = new ArrayList<Item>();
            for (var item : items.isArray() ? items : List.of(items)) {
                read(item).ifPresent(read::add);
            }
            return Optional.of(List.copyOf(read));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private Optional<Item> read(JsonNode report) {
        var id = report.at(idAt).asString("");
        var status = report.at(statusAt).asString("");
        if (id.isEmpty() || !(delivered.contains(status) || undelivered.contains(status))) {
            return Optional.empty();
        }
        return Optional.of(new Item(id, delivered.contains(status)));
    }

    @Override
    public String toString() {
        return "SmsReport[" + (secret.isEmpty() ? "none" : "taken") + "]";
    }
}
