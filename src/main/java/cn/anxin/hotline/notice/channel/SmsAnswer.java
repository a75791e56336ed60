package cn.anxin.hotline.notice.channel;

import cn.anxin.hotline.notice.Fault;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * How a gateway's answer is read. Any status of 2xx is a yes, and where {@code at} is set, only
 * together with one of the values of {@code success} there.
 *
 * @param at JSON pointer (RFC 6901) to the code in the answer; empty: the status tells all
 * @param success codes that mean that it has the message
 * @param throttled codes that mean too many at once
 * @param refused codes of messages that will never be taken; any other code is tried again
 * @param receiptAt JSON pointer to what the gateway knows the message by; empty: nothing
 */
public record SmsAnswer(
        @DefaultValue("") String at,
        @DefaultValue Set<String> success,
        @DefaultValue Set<String> throttled,
        @DefaultValue Set<String> refused,
        @DefaultValue("") String receiptAt) {
    private static final int LONGEST_RECEIPT = 100;

    public SmsAnswer {
        success = Set.copyOf(success);
        throttled = Set.copyOf(throttled);
        refused = Set.copyOf(refused);
        JsonPointer.compile(at);
        JsonPointer.compile(receiptAt);
        if (at.isEmpty() != success.isEmpty()) {
            throw new IllegalArgumentException(
                    "hotline.notice.sms: answer.at and answer.success, both or neither");
        }
    }

    boolean inBody() {
        return !at.isEmpty() || !receiptAt.isEmpty();
    }

    Outcome read(HttpAnswer answer) {
        return answer.failure().orElseGet(() -> readBody(answer));
    }

    private Outcome readBody(HttpAnswer answer) {
        if (!inBody()) {
            return new Outcome.Taken(null);
        }
        return answer.json()
                .map(this::readBody)
                .orElseGet(() ->
                        at.isEmpty()
                                ? new Outcome.Taken(null)
                                : new Outcome.NotNow(Fault.UNREADABLE));
    }

    private Outcome readBody(JsonNode body) {
        if (at.isEmpty()) {
            return taken(body);
        }
        var code = body.at(at);
        if (!code.isValueNode()) {
            return new Outcome.NotNow(Fault.UNREADABLE);
        }
        var said = code.asString();
        if (success.contains(said)) {
            return taken(body);
        }
        if (throttled.contains(said)) {
            return new Outcome.NotNow(Fault.THROTTLED, Throttle.PAUSE);
        }
        return refused.contains(said)
                ? new Outcome.Never(Fault.REFUSED)
                : new Outcome.NotNow(Fault.NOT_TAKEN);
    }

    private Outcome taken(JsonNode body) {
        var receipt = receiptAt.isEmpty() ? "" : body.at(receiptAt).asString("");
        return new Outcome.Taken(
                receipt.isEmpty() || receipt.length() > LONGEST_RECEIPT ? null : receipt);
    }
}
