package cn.anxin.hotline.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The texts of {@code prompts.properties}: UTF-8, {@code key=text} a line, {@code #} before a
 * comment. One bad line costs nobody the others.
 *
 * @param faults what is wrong, by line, for whoever wrote it
 */
record Catalogue(Map<String, String> texts, List<String> faults) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");

    /** The slow rendering's file is the key's with this ending, so that no key may have it. */
    private static final String RESERVED = "-slow";

    private static final int LONGEST_TEXT = 300;

    static Catalogue read(Path file) throws IOException {
        var texts = new HashMap<String, String>();
        var faults = new ArrayList<String>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, number, texts, faults);
            }
        }
        return new Catalogue(Map.copyOf(texts), List.copyOf(faults));
    }

    private static void add(
            String line, int number, Map<String, String> texts, List<String> faults) {
        var sign = line.indexOf('=');
        var key = sign < 0 ? line : line.substring(0, sign);
        var text = sign < 0 ? "" : line.substring(sign + 1);
        var fault = fault(key, text, texts);
        if (fault.isPresent()) {
            faults.add("line " + number + ": " + fault.get());
        } else {
            texts.put(key, text);
        }
    }

    private static Optional<String> fault(String key, String text, Map<String, String> texts) {
        if (!KEY.matcher(key).matches() || key.endsWith(RESERVED)) {
            return Optional.of("not a key: " + key);
        }
        if (texts.containsKey(key)) {
            return Optional.of("a second " + key);
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            return Optional.of(key + " has no text, or more than " + LONGEST_TEXT + " characters");
        }
        return Optional.empty();
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
