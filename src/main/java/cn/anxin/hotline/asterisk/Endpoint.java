package cn.anxin.hotline.asterisk;

import java.util.regex.Pattern;

/** A host and a port, written {@code host:port}; the host is an IPv4 address or a DNS name. */
public record Endpoint(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]{1,253}):(\\d{1,5})");

    public Endpoint {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
    }

    /** Read by Spring's own conversion of a string to a type with {@code valueOf}. */
    public static Endpoint valueOf(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("write it as host:port, not " + text);
        }
        return new Endpoint(form.group(1), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
