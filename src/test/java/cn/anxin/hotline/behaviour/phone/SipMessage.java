package cn.anxin.hotline.behaviour.phone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A SIP request or response as it stands on the wire; headers keep their order. */
record SipMessage(String startLine, List<Header> headers, String body) {
    private static final String CRLF = "\r\n";

    record Header(String name, String value) {}

    SipMessage {
        headers = List.copyOf(headers);
    }

    /** Reads one datagram. Empty if it is not SIP, such as a keep-alive. */
    static Optional<SipMessage> read(byte[] datagram, int length) {
        var text = new String(datagram, 0, length, StandardCharsets.UTF_8);
        var end = text.indexOf(CRLF + CRLF);
        if (end < 0) {
            return Optional.empty();
        }
        var lines = text.substring(0, end).replaceAll("\r\n[ \t]+", " ").split(CRLF);
        var headers = new ArrayList<Header>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.add(
                        new Header(
                                lines[i].substring(0, colon).strip(),
                                lines[i].substring(colon + 1).strip()));
            }
        }
        return Optional.of(new SipMessage(lines[0], headers, text.substring(end + 4)));
    }

    byte[] bytes() {
        var text = new StringBuilder(startLine).append(CRLF);
        headers.forEach(h -> text.append(h.name()).append(": ").append(h.value()).append(CRLF));
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Content-Length: ").append(length).append(CRLF).append(CRLF).append(body);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    boolean isResponse() {
        return startLine.startsWith("SIP/2.0 ");
    }

    /** The status code of a response. */
    int status() {
        return Integer.parseInt(startLine.split(" ")[1]);
    }

    /** The method of a request; of a response, the method it answers. */
    String method() {
        return isResponse() ? need("CSeq").split("\\s+")[1] : startLine.split(" ")[0];
    }

    int sequence() {
        return Integer.parseInt(need("CSeq").split("\\s+")[0]);
    }

    /** What stands before the {@code @} in the address a request is sent to. */
    String dialled() {
        return startLine.split(" ")[1].replaceFirst("^sips?:", "").replaceFirst("[@;:>].*$", "");
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    String need(String name) {
        return header(name)
                .orElseThrow(() -> new IllegalStateException("no " + name + " in " + startLine));
    }

    static Optional<String> tag(String fromOrTo) {
        var at = fromOrTo.indexOf(";tag=");
        return at < 0
                ? Optional.empty()
                : Optional.of(fromOrTo.substring(at + 5).split("[;>\\s]")[0]);
    }

    /** The URI of a name-address header such as Contact or From. */
    static String uri(String nameAddress) {
        var open = nameAddress.lastIndexOf('<');
        return open < 0
                ? nameAddress.split(";")[0].strip()
                : nameAddress.substring(open + 1, nameAddress.indexOf('>', open));
    }

    /** A response to this request with the headers that every response repeats. */
    SipMessage response(String status, String toTag, List<Header> more, String content) {
        var answer = new ArrayList<Header>();
        all("Via").forEach(v -> answer.add(new Header("Via", v)));
        answer.add(new Header("From", need("From")));
        var to = need("To");
        answer.add(new Header("To", tag(to).isPresent() ? to : to + ";tag=" + toTag));
        answer.add(new Header("Call-ID", need("Call-ID")));
        answer.add(new Header("CSeq", need("CSeq")));
        answer.addAll(more);
        return new SipMessage("SIP/2.0 " + status, answer, content);
    }
}
