package cn.anxin.hotline.asterisk.agi;

import java.util.Map;

/** Which call it is: the {@code agi_} values by their full names. The caller's number is in it. */
record CallHeader(Map<String, String> values) implements FromAsterisk {

    CallHeader {
        values = Map.copyOf(values);
    }

    /** Empty where Asterisk did not say. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "CallHeader[" + values.size() + " values]";
    }
}
