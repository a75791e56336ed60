package cn.anxin.hotline.behaviour.town;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, so that it can be killed, frozen and started again. */
public final class ServiceProcess {
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final String MAIN = "cn.anxin.hotline.HotlineApplication";

    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private final Api api;
    private @Nullable Program program;

    ServiceProcess(List<String> arguments, Map<String, String> environment, Path log, Api api) {
        this.arguments = arguments;
        this.environment = environment;
        this.log = log;
        this.api = api;
    }

    /** Returns before it is ready. */
    public void start() {
        program = Program.start(Java.command(MAIN, arguments), environment, log);
    }

    public void awaitReady() {
        await("the service")
                .atMost(TO_START)
                .failFast("the service ended, see " + log, () -> !runs())
                .until(api::isHealthy);
    }

    /** {@code kill -9}. */
    public void kill() {
        running().kill();
    }

    public void freeze() {
        running().freeze();
    }

    public void thaw() {
        running().thaw();
    }

    boolean runs() {
        return running().runs();
    }

    void stop() {
        if (program != null) {
            program.stop();
        }
    }

    /** How long its log is now, in characters. */
    int logged() {
        return log().length();
    }

    /** Lines of its log from there on that tell of an error. */
    List<String> errorsSince(int logged) {
        var text = log();
        return text.substring(Math.min(logged, text.length()))
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("Exception"))
                .toList();
    }

    String logSince(int logged) {
        var text = log();
        return text.substring(Math.min(logged, text.length()));
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program running() {
        if (program == null) {
            throw new IllegalStateException("not started");
        }
        return program;
    }

    /** Commands that run a class of src/main in a JVM of its own. */
    static final class Java {

        private Java() {}

        static List<String> command(String main, List<String> arguments) {
            var command =
                    new java.util.ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    // as ops/hotline starts it
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    classPath(),
                                    main));
            command.addAll(arguments);
            return command;
        }

        private static String classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(":"))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .collect(Collectors.joining(":"));
        }
    }
}
