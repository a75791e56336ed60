package cn.anxin.hotline.behaviour.town;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ops/hotline run}, as a town runs it, with the simulated town as its carrier, on addresses
 * of its own: what dies is started again as on any other day.
 */
public final class Rehearsal implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TO_RENDER = Duration.ofSeconds(30);
    private static final Duration TO_STOP = Duration.ofSeconds(90);
    private static final String DOOR = Path.of("ops/hotline").toAbsolutePath().toString();

    private final Bundle bundle = provided();
    private final Neighbourhood where = Neighbourhood.free();
    private final Thread interrupted = new Thread(this::abandon);
    private final Path home;
    private final Path settings;
    private final Path output;
    private final Api api;
    private @Nullable Program program;
    private @Nullable AsteriskServer simulator;
    private @Nullable Path evidence;

    /**
     * Returns when calls can be taken and the town's telephones answer them.
     *
     * @param chosen settings of the service, beside its addresses
     */
    public Rehearsal(Map<String, String> chosen) {
        try {
            home = Files.createTempDirectory("hotline-rehearsal-");
            settings = Files.write(home.resolve("settings.yaml"), lines(chosen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = home.resolve("output");
        api =
                new Api(
                        "http://" + where.hotline() + ":" + Neighbourhood.WEB,
                        home.resolve("api-token"));
        // a proof that is interrupted leaves nothing behind either
        Runtime.getRuntime().addShutdownHook(interrupted);
        startService();
        startSimulator();
    }

    private static Bundle provided() {
        try {
            var asked =
                    new ProcessBuilder(DOOR, "bundle")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var file = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Bundle.read(Path.of(file.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(Map<String, String> chosen) {
        var hotline = where.hotline();
        var carrier = where.carrier();
        var all = new HashMap<>(chosen);
        all.put("server.address", hotline);
        all.put("server.port", "" + Neighbourhood.WEB);
        all.put("hotline.asterisk.sip", hotline + ":" + Neighbourhood.SIP);
        all.put("hotline.asterisk.ami", hotline + ":" + Neighbourhood.AMI);
        all.put("hotline.asterisk.agi", hotline + ":" + Neighbourhood.AGI);
        all.put("hotline.trunk.match", carrier);
        all.put("hotline.trunk.contact", carrier + ":" + Neighbourhood.SIP);
        all.put("hotline.simulator.address", carrier + ":" + Neighbourhood.SIP);
        all.put("hotline.simulator.ami", carrier + ":" + Neighbourhood.AMI);
        all.put("hotline.simulator.desk", where.desk() + ":" + Neighbourhood.SIP);
        return all.entrySet().stream()
                .map(one -> one.getKey() + ": \"" + one.getValue() + "\"")
                .toList();
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOTLINE_HOME", home.toString(),
                "HOTLINE_ROOT", Path.of("").toAbsolutePath().toString(),
                "HOTLINE_BUNDLE", bundle.file().toString(),
                "HOTLINE_RUN_DIR", runFolder());
    }

    /** Another one, where the home's path is too long for a socket. */
    private String runFolder() {
        try {
            var folder = home.resolve("run/folder");
            return Files.exists(folder) ? Files.readString(folder).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startService() {
        var run = List.of(DOOR, "run", "--settings", settings.toString());
        var started = Program.start(run, environment(), output);
        program = started;
        await("the service is ready")
                .atMost(READY_WITHIN)
                .pollInterval(BETWEEN_LOOKS)
                .failFast("it has ended: see " + output, () -> !started.runs())
                .until(() -> Files.readString(output).contains("READY"));
    }

    private void startSimulator() {
        renderSimulator();
        var started =
                new AsteriskServer(
                        bundle.program("ASTERISK_BIN"),
                        home.resolve("simulator/etc/asterisk.conf"),
                        home.resolve("log/simulator.out"));
        simulator = started;
        started.awaitReady();
    }

    private void renderSimulator() {
        Program.run(
                ServiceProcess.Java.command(
                        "cn.anxin.hotline.asterisk.configuration.RenderTelephony",
                        List.of(
                                "--hotline.home=" + home,
                                "--spring.config.additional-location=file:" + settings,
                                "--simulator")),
                environment(),
                home.resolve("log/render-simulator.out"),
                TO_RENDER);
    }

    public Api api() {
        return api;
    }

    public Database database() {
        return new Database(home);
    }

    /** Of our own Asterisk. */
    public AsteriskConsole hotline() {
        return new AsteriskConsole(
                bundle.program("ASTERISK_BIN"), home.resolve("asterisk/etc/asterisk.conf"));
    }

    /** Of the Asterisk that plays the carrier and everybody's telephone. */
    public AsteriskServer simulator() {
        return Objects.requireNonNull(simulator);
    }

    /**
     * What telephones of the town do from now on.
     *
     * @param telephones behaviours as {@code town.csv} writes them, by number
     */
    public void town(Map<String, String> telephones) {
        telephones.forEach((number, does) ->
                simulator().tell("database put town " + number + " \"" + does + "\""));
    }

    /** What the simulated telephones saw, a line each. */
    public List<String> townLog() {
        try {
            return Files.readAllLines(home.resolve("simulator/log/town.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}; whoever watches over it starts it again. */
    public void killService() {
        ProcessHandle.of(servicePid()).orElseThrow().destroyForcibly();
    }

    /** Waits until another service than this one is healthy. */
    public void awaitServiceAfter(long pid) {
        await("the service is back")
                .atMost(BACK_WITHIN)
                .until(() -> servicePid() != pid && api.isHealthy());
    }

    public long servicePid() {
        try {
            var written = Files.readString(home.resolve("run/service.pid"));
            return Long.parseLong(written.split(" ")[0]);
        } catch (IOException e) {
            // being written anew
            return 0;
        }
    }

    private void stop() {
        if (program != null && program.runs()) {
            Program.run(List.of(DOOR, "stop"), environment(), output, TO_STOP);
        }
        if (simulator != null) {
            simulator.stop();
        }
    }

    private void abandon() {
        stop();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it will leave is to be looked at there. */
    public void keepIn(Path evidence) {
        this.evidence = evidence;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // interrupted: that thread ends everything
            return;
        }
        stop();
        if (evidence != null) {
            FileSystemUtils.copyRecursively(home, evidence);
        }
        FileSystemUtils.deleteRecursively(home);
    }
}
