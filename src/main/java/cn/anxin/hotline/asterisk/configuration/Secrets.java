package cn.anxin.hotline.asterisk.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of this installation: made once, kept in a file that the service reads too. */
final class Secrets {
    static final String FILE = "telephony.properties";

    /** Without the letters and digits that are mistaken for another when copied by hand. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 20 letters of 31: 99 bits. */
    private static final int LENGTH = 20;

    private final Map<String, String> kept;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Map<String, String> kept) {
        this.kept = kept;
    }

    static Secrets in(Path home) throws IOException {
        var file = home.resolve(FILE);
        var properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        var kept = new TreeMap<String, String>();
        properties.forEach((name, value) -> kept.put(name.toString(), value.toString()));
        return new Secrets(kept);
    }

    /** The secret of this name, made now if there was none. */
    String of(String name) {
        return kept.computeIfAbsent(name, absent -> fresh());
    }

    void keep(Path home) throws IOException {
        WholeFile.write(
                home.resolve(FILE),
                kept.entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private String fresh() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
