package cn.anxin.hotline.asterisk.agi.wire;

import java.util.Map;

/** Which call it is: the {@code agi_} values by their full names. The caller's number is in it. */
public record CallHeader(Map<String, String> values) implements FromAsterisk {

    public CallHeader {
        values = Map.copyOf(values);
    }

    /** Empty where Asterisk did not say. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "CallHeader[" + values.size() + " values]";
    }
}
