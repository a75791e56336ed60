package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The console of an Asterisk that runs, whoever started it. */
public record AsteriskConsole(String program, Path configuration) {

    /** What it answers. */
    public String tell(String command) {
        try {
            var console =
                    new ProcessBuilder(program, "-C", configuration.toString(), "-rx", command)
                            .redirectErrorStream(true)
                            .start();
            return new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every channel, a line each. */
    public List<String> channels() {
        return tell("core show channels concise").lines().filter(l -> l.contains("!")).toList();
    }
}
