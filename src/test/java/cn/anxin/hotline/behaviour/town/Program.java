package cn.anxin.hotline.behaviour.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours as a process, with its output in a file. */
final class Program {
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    static Program start(List<String> command, Map<String, String> environment, Path output) {
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().putAll(environment);
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end. */
    static void run(
            List<String> command, Map<String, String> environment, Path output, Duration limit) {
        var program = start(command, environment, output);
        if (!program.endsWithin(limit) || program.process.exitValue() != 0) {
            program.kill();
            throw new IllegalStateException(command + " failed, see " + output);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        endsWithin(TO_END);
    }

    /** SIGSTOP: alive, its ports open, and silent. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Signal.send(name, process.pid());
    }

    void stop() {
        thaw();
        process.destroy();
        if (!endsWithin(TO_END)) {
            kill();
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
