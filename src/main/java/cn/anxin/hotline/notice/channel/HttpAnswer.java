package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back.
 *
 * @param body its beginning
 * @param retryAfter as the header says; null if it does not
 */
record HttpAnswer(int status, byte[] body, @Nullable Duration retryAfter) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty if it is not JSON, or was longer than is read. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** What the status alone decides; empty for 2xx. */
    Optional<Outcome> failure() {
        return switch (status) {
            case 408 -> Optional.of(new Outcome.NotNow(Fault.TIMED_OUT, retryAfter));
            case 429 -> Optional.of(new Outcome.NotNow(Fault.THROTTLED, retryAfter));
            // mended by whoever the channel's alarm calls, and then the message is still wanted
            case 401, 402, 403, 407 -> Optional.of(new Outcome.NotNow(Fault.NOT_ALLOWED));
            default -> byHundreds();
        };
    }

    private Optional<Outcome> byHundreds() {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            // where a network makes people sign in first, for an hour everything is redirected
            case 3 -> Optional.of(new Outcome.NotNow(Fault.REDIRECTED));
            case 4 -> Optional.of(new Outcome.Never(Fault.REFUSED));
            case 5 -> Optional.of(new Outcome.NotNow(Fault.SERVER_ERROR, retryAfter));
            default -> Optional.of(new Outcome.NotNow(Fault.UNREADABLE));
        };
    }
}
