package cn.anxin.hotline.asterisk.agi.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How long a prompt is: all of them are WAV, 8 kHz, 16 bit, mono. */
final class SoundFile {
    private static final int HEADER_BYTES = 44;
    private static final int BYTES_A_MILLISECOND = 16;

    private SoundFile() {}

    /**
     * Empty if we cannot see the file.
     *
     * @param sound without its ending
     */
    static Optional<Duration> length(Path sound) {
        try {
            var bytes = Files.size(Path.of(sound + ".wav")) - HEADER_BYTES;
            return Optional.of(Duration.ofMillis(Math.max(0, bytes) / BYTES_A_MILLISECOND));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
