package cn.anxin.hotline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end.
 *
 * @param output takes what it prints; only the last run's
 */
record Program(Path output, Duration limit) {
    private static final int LINES_SHOWN = 5;

    /**
     * @throws DatabaseFailed if it cannot run, fails, or takes too long
     */
    void run(String input, List<String> command) throws InterruptedException {
        try {
            Files.createDirectories(output.getParent());
            var process = start(command);
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new DatabaseFailed(command + " took longer than " + limit);
            }
            if (process.exitValue() != 0) {
                throw new DatabaseFailed(command + " failed: " + lastWords(output));
            }
        } catch (IOException e) {
            throw new DatabaseFailed("cannot run " + command, e);
        }
    }

    private Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        // The caller's PGDATA, PGPORT and the like mean another server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    static String lastWords(Path output) {
        try {
            var lines = Files.readAllLines(output);
            return String.join(
                    " / ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
