package cn.anxin.hotline.asterisk;

/** UDP ports from {@code first} to {@code last}, both included; written {@code first-last}. */
public record PortRange(int first, int last) {

    public PortRange {
        if (first < 1024 || last > 65535 || last - first < 3) {
            throw new IllegalArgumentException(
                    "a range of ports between 1024 and 65535, 4 or more");
        }
    }

    public static PortRange valueOf(String text) {
        var ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("write it as first-last, not " + text);
        }
        return new PortRange(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
    }
}
