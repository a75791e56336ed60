package cn.anxin.hotline.behaviour.town;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code ops/hotline demo}, as whoever tries it starts it, on addresses of its own. */
public final class Demonstration implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Path DOOR = Path.of("ops/hotline").toAbsolutePath();

    private final Neighbourhood where = Neighbourhood.free();
    private final Path home;
    private final Path output;
    private final Program program;

    public Demonstration() {
        try {
            home = Files.createTempDirectory("hotline-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = home.resolve("output");
        program = Program.start(List.of(DOOR.toString(), "demo"), environment(), output);
    }

    private Map<String, String> environment() {
        var hotline = where.hotline();
        var carrier = where.carrier();
        return Map.ofEntries(
                Map.entry("HOTLINE_HOME", home.toString()),
                Map.entry("SERVER_ADDRESS", hotline),
                Map.entry("SERVER_PORT", "" + Neighbourhood.WEB),
                Map.entry("HOTLINE_ASTERISK_SIP", hotline + ":" + Neighbourhood.SIP),
                Map.entry("HOTLINE_ASTERISK_AMI", hotline + ":" + Neighbourhood.AMI),
                Map.entry("HOTLINE_ASTERISK_AGI", hotline + ":" + Neighbourhood.AGI),
                Map.entry("HOTLINE_TRUNK_MATCH", carrier),
                Map.entry("HOTLINE_TRUNK_CONTACT", carrier + ":" + Neighbourhood.SIP),
                Map.entry("HOTLINE_SIMULATOR_ADDRESS", carrier + ":" + Neighbourhood.SIP),
                Map.entry("HOTLINE_SIMULATOR_AMI", carrier + ":" + Neighbourhood.AMI),
                Map.entry("HOTLINE_SIMULATOR_DESK", where.desk() + ":" + Neighbourhood.SIP));
    }

    public void awaitReady() {
        awaitWords("READY", READY_WITHIN);
    }

    /** Waits until it has said these words. */
    public void awaitWords(String words, Duration limit) {
        await("the demonstration says \"" + words + "\"")
                .atMost(limit)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the demonstration has ended: " + said(), () -> !program.runs())
                .until(() -> said().contains(words));
    }

    public String said() {
        return read(output);
    }

    /** What the simulated telephones saw and heard, a line each. */
    public List<String> townLog() {
        return read(home.resolve("simulator/log/town.log")).lines().toList();
    }

    public Api api() {
        return new Api(
                "http://" + where.hotline() + ":" + Neighbourhood.WEB, home.resolve("api-token"));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        program.stop();
        FileSystemUtils.deleteRecursively(home);
    }
}
