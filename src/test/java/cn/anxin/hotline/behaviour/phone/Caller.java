package cn.anxin.hotline.behaviour.phone;

import java.util.ArrayList;
import java.util.List;

/**
 * Who a call claims to be from. Everything goes out as it stands: what a hostile network would
 * send, ours must bear.
 *
 * @param from the name-address of the From header, without its tag
 * @param headers further header lines, such as P-Asserted-Identity
 */
public record Caller(String from, List<String> headers) {
    private static final String SOMEWHERE = "@anywhere.invalid>";

    public Caller {
        headers = List.copyOf(headers);
    }

    public static Caller of(String number) {
        return new Caller("<sip:" + number + SOMEWHERE, List.of());
    }

    public static Caller named(String displayName, String number) {
        return new Caller(displayName + " <sip:" + number + SOMEWHERE, List.of());
    }

    public static Caller anonymous() {
        return new Caller(
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>", List.of("Privacy: id"));
    }

    public Caller with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Caller(from, more);
    }
}
