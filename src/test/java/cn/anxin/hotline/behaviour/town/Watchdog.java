package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ops/lib/watchdog.sh} as a process of its own. */
public final class Watchdog implements AutoCloseable {
    private final Program program;
    private final Path home;
    private final Path log;

    private Watchdog(Program program, Path home, Path log) {
        this.program = program;
        this.home = home;
        this.log = log;
    }

    static Watchdog start(Path script, Map<String, String> environment, Path home) {
        var log = home.resolve("log/watchdog.out");
        return new Watchdog(
                Program.start(List.of("bash", script.toString()), environment, log), home, log);
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the sheet of who is left lies there, by which it knows that a round is open. */
    public boolean seesASheet() {
        return Files.exists(home.resolve("call-sheet/today.html"));
    }

    /** Calls that Asterisk is placing, or will place again. */
    public List<Path> callsOut() {
        try (var files =
                Files.newDirectoryStream(home.resolve("asterisk/spool/outgoing"), "*.call")) {
            var calls = new ArrayList<Path>();
            files.forEach(calls::add);
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.stop();
    }
}
