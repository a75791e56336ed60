package cn.anxin.hotline.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The program that speaks. The words go to its standard input, never into its arguments, which
 * every user of the machine can read.
 */
record SpeechCommand(Path program) {

    enum Outcome {
        SPOKEN,
        FAILED,
        LATE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param limit after which the program is ended
     * @throws IOException if it cannot be started
     */
    Outcome speak(String words, boolean slow, Path sound, Duration limit)
            throws IOException, InterruptedException {
        var process = start(slow, sound);
        try {
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(words);
            } catch (IOException e) {
                // It ended without reading; its exit code says how.
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.LATE;
            }
            return process.exitValue() == 0 && Files.exists(sound)
                    ? Outcome.SPOKEN
                    : Outcome.FAILED;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(boolean slow, Path sound) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        if (slow) {
            command.add("--slow");
        }
        command.addAll(List.of("-", sound.toString()));
        // What it prints might quote the words.
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
