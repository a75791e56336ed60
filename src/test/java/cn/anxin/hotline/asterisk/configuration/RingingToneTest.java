package cn.anxin.hotline.asterisk.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingingToneTest {
    private static final int SECOND = 8000;

    @TempDir Path folder;

    @Test
    void soundsOneSecondInFive() throws IOException, UnsupportedAudioFileException {
        var samples = written(Duration.ofSeconds(12));

        assertThat(samples).hasSize(12 * SECOND);
        assertThat(crossings(samples, 0)).isBetween(895, 905);
        assertThat(crossings(samples, 1)).isZero();
        assertThat(crossings(samples, 4)).isZero();
        assertThat(crossings(samples, 5)).isBetween(895, 905);
    }

    private short[] written(Duration length) throws IOException, UnsupportedAudioFileException {
        var file = folder.resolve("ringing.wav");
        new RingingTone(length).write(file);
        try (var sound = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(sound.getFormat().getSampleRate()).isEqualTo(SECOND);
            var bytes = ByteBuffer.wrap(sound.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            var samples = new short[bytes.remaining() / Short.BYTES];
            bytes.asShortBuffer().get(samples);
            return samples;
        }
    }

    /** Twice a period: 450 Hz cross zero 900 times a second. */
    private static int crossings(short[] samples, int second) {
        int crossings = 0;
        for (int sample = second * SECOND + 1; sample < (second + 1) * SECOND; sample++) {
            if (samples[sample - 1] < 0 != samples[sample] < 0) {
                crossings++;
            }
        }
        return crossings;
    }
}
