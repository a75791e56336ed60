package cn.anxin.hotline.people;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the daily check may ring, in the town's local time; within one day. */
public record Window(LocalTime opens, LocalTime closes) {
    private static final int LONGEST_TEXT = 40;
    private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2})|[点时](?:(\\d{1,2})分?|(半))?)?";
    private static final Pattern WRITTEN = Pattern.compile(TIME + "[-~—–〜至到]{1,2}" + TIME);
    private static final int GROUPS_A_TIME = 4;

    /**
     * @throws IllegalArgumentException if it does not open before it closes
     */
    public Window {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a window opens before it closes");
        }
    }

    /**
     * Reads {@code 09:00-11:00}.
     *
     * @throws IllegalArgumentException if it is no window
     */
    public static Window of(String text) {
        return read(text)
                .orElseThrow(() -> new IllegalArgumentException("a window is like 09:00-11:00"));
    }

    /** Reads a window as people write it: full-width signs, 9点-11点半, 9:00至11:00. */
    public static Optional<Window> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        var written =
                WRITTEN.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Window(time(written, 1), time(written, 1 + GROUPS_A_TIME)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher written, int group) {
        int hour = Integer.parseInt(written.group(group));
        if (written.group(group + 3) != null) {
            return LocalTime.of(hour, 30);
        }
        var minutes =
                Optional.ofNullable(written.group(group + 1)).or(() -> minutes(written, group + 2));
        return LocalTime.of(hour, minutes.map(Integer::parseInt).orElse(0));
    }

    private static Optional<String> minutes(Matcher written, int group) {
        return Optional.ofNullable(written.group(group));
    }

    @Override
    public String toString() {
        return opens + "-" + closes;
    }
}
