package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The programs that {@code ops/hotline} found or fetched, as it tells in {@code HOTLINE_BUNDLE}.
 */
record Bundle(Path file, Map<String, String> parts) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)='(.*)'");

    static Bundle ofThisMachine() {
        var named = System.getenv("HOTLINE_BUNDLE");
        if (named == null) {
            throw new IllegalStateException(
                    "HOTLINE_BUNDLE is not set: run the stories with 'ops/hotline test'");
        }
        return read(Path.of(named));
    }

    static Bundle read(Path file) {
        var parts = new HashMap<String, String>();
        try {
            for (var line : Files.readAllLines(file)) {
                var assignment = ASSIGNMENT.matcher(line);
                if (assignment.matches()) {
                    parts.put(assignment.group(1), assignment.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundle(file, Map.copyOf(parts));
    }

    String program(String name) {
        var program = parts.get(name);
        if (program == null || program.isEmpty()) {
            throw new IllegalStateException(file + " names no " + name);
        }
        return program;
    }
}
