package cn.anxin.hotline.people.intake.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers the text of one cell from its XML: the runs in their several scripts and colours, never
 * how they are pronounced.
 */
final class XmlText {
    /** Excel's own limit. */
    private static final int LONGEST = 32_767;

    /** How a workbook writes a character that XML cannot hold, or that would be lost in it. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final StringBuilder text = new StringBuilder();
    private boolean listening;
    private boolean pronunciation;
    private boolean told;

    void clear() {
        text.setLength(0);
        listening = false;
        pronunciation = false;
        told = false;
    }

    void begin(String element) {
        switch (element) {
            case "rPh" -> pronunciation = true;
            case "v", "t" -> {
                listening = !pronunciation;
                told |= listening;
            }
            default -> {}
        }
    }

    void characters(char[] characters, int from, int length) {
        if (listening) {
            text.append(characters, from, Math.min(length, LONGEST - text.length()));
        }
    }

    void end(String element) {
        switch (element) {
            case "rPh" -> pronunciation = false;
            case "v", "t" -> listening = false;
            default -> {}
        }
    }

    /** Whether there was anything that could hold a text. */
    boolean told() {
        return told;
    }

    /** As it stands in the XML: a number, the place of a shared text. */
    String raw() {
        return text.toString();
    }

    @Override
    public String toString() {
        return text.indexOf("_x") < 0
                ? text.toString()
                : ESCAPED.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
