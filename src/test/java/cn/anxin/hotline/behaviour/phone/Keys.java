package cn.anxin.hotline.behaviour.phone;

/** The event codes of RFC 4733 for the keys of a telephone. */
final class Keys {
    private static final String EVENTS = "0123456789*#ABCD";

    private Keys() {}

    static byte event(char key) {
        var event = EVENTS.indexOf(key);
        if (event < 0) {
            throw new IllegalArgumentException("no such key: " + key);
        }
        return (byte) event;
    }

    static char named(byte event) {
        return event >= 0 && event < EVENTS.length() ? EVENTS.charAt(event) : '?';
    }
}
