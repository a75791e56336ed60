package cn.anxin.hotline.asterisk.configuration;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills configuration templates; lets no value in that could say more than a value. */
final class Templates {
    private static final String SUFFIX = ".conf";

    /**
     * What means something to Asterisk's file reader or dialplan (a line's end, {@code ; , " $ [ {
     * ( & | \ = #} …) or to a shell is not among it.
     */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._:/@+~-]{0,1000}");

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).withFormatter(value -> plain(value.toString()));

    /**
     * @throws BadSettingException if the value could say more than a value
     */
    static String plain(String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new BadSettingException(
                    "a setting holds a character that Asterisk's configuration cannot: "
                            + value.replaceAll("\\p{Cntrl}", "�"));
        }
        return value;
    }

    /** Fills every template of the folders; a later folder's template replaces its namesake. */
    Map<String, String> fill(Map<String, ?> values, Path... folders) throws IOException {
        var filled = new TreeMap<String, String>();
        for (var folder : folders) {
            for (var template : templatesIn(folder)) {
                var name = template.getFileName().toString();
                try {
                    filled.put(name, compiler.compile(Files.readString(template)).execute(values));
                } catch (MustacheException e) {
                    throw new IllegalStateException(template + ": " + e.getMessage(), e);
                }
            }
        }
        return filled;
    }

    /** Puts the files into the folder, and nothing else stays there. */
    static void put(Map<String, String> files, Path folder) throws IOException {
        WholeFile.folder(folder);
        for (var file : files.entrySet()) {
            WholeFile.write(folder.resolve(file.getKey()), file.getValue());
        }
        for (var found : templatesIn(folder)) {
            if (!files.containsKey(found.getFileName().toString())) {
                Files.delete(found);
            }
        }
    }

    private static Set<Path> templatesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .collect(Collectors.toSet());
        }
    }
}
