package cn.anxin.hotline.behaviour.phone;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers that a program of somebody else's answers for: every message of their calls is passed on
 * as it came, both ways.
 */
final class PassedOn {
    private record Ends(InetSocketAddress asterisk, InetSocketAddress program) {}

    private final Map<String, InetSocketAddress> programs = new ConcurrentHashMap<>();
    private final Map<String, Ends> calls = new ConcurrentHashMap<>();

    void to(String number, InetSocketAddress program) {
        programs.put(number, program);
    }

    /** Where this message has to go; empty if it is ours. */
    Optional<InetSocketAddress> next(SipMessage message, InetSocketAddress from) {
        var call = message.need("Call-ID");
        if (!message.isResponse() && message.method().equals("INVITE")) {
            var program = programs.get(message.dialled());
            if (program != null) {
                calls.putIfAbsent(call, new Ends(from, program));
            }
        }
        return Optional.ofNullable(calls.get(call))
                .map(ends -> from.equals(ends.program()) ? ends.asterisk() : ends.program());
    }
}
