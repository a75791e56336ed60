package cn.anxin.hotline.asterisk.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Asterisk that will run: one found on the machine, or a fetched bundle.
 *
 * @param modules where its modules lie
 * @param documentation without which it starts no module that has options
 */
record AsteriskProgram(Path modules, Path documentation) {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)='(.*)'");

    /**
     * @param bundle the shell file in which {@code ops/hotline} names the parts it found
     */
    static AsteriskProgram namedIn(Path bundle) {
        Map<String, String> parts = new HashMap<>();
        try {
            for (var line : Files.readAllLines(bundle)) {
                var assignment = ASSIGNMENT.matcher(line);
                if (assignment.matches()) {
                    parts.put(assignment.group(1), assignment.group(2));
                }
            }
        } catch (IOException e) {
            throw new BadSettingException("HOTLINE_BUNDLE: cannot read " + bundle, e);
        }
        return new AsteriskProgram(
                folder(parts, "ASTERISK_MODULES"),
                folder(parts, "ASTERISK_DATA").resolve("documentation"));
    }

    /**
     * Whether it has this option; an Asterisk refuses the whole section that holds a strange one.
     */
    boolean knows(String option) {
        try {
            return Files.readString(documentation.resolve("core-en_US.xml"))
                    .contains("\"" + option + "\"");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path folder(Map<String, String> parts, String name) {
        var value = parts.get(name);
        if (value == null || !Files.isDirectory(Path.of(value))) {
            throw new BadSettingException("HOTLINE_BUNDLE: names no folder as " + name);
        }
        return Path.of(value);
    }
}
