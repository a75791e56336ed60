package cn.anxin.hotline.asterisk.configuration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * The ringing tone of China's telephones as a sound file, 8 kHz, 16 bit, mono: 450 Hz, one second
 * in five (GB/T 3380). As a file, because Asterisk's queue says a sentence or makes a tone, not
 * both.
 */
final class RingingTone {
    private static final float RATE = 8000;
    private static final double HERTZ = 450;
    private static final int CADENCE = 5;

    /** -16 dBFS: clearly heard, and no louder than the words before it. */
    private static final double LOUDNESS = 0.16 * Short.MAX_VALUE;

    private final Duration length;

    /**
     * @param length whole seconds
     */
    RingingTone(Duration length) {
        this.length = length;
    }

    void write(Path file) throws IOException {
        var samples = samples();
        var format = new AudioFormat(RATE, Short.SIZE, 1, true, false);
        var stream =
                new AudioInputStream(
                        new ByteArrayInputStream(samples), format, samples.length / Short.BYTES);
        var draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".draft");
        try {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, draft.toFile());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private byte[] samples() {
        var count = (int) (length.toSeconds() * RATE);
        var bytes = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < count; sample++) {
            bytes.putShort((short) (sounds(sample) ? LOUDNESS * wave(sample) : 0));
        }
        return bytes.array();
    }

    private static boolean sounds(int sample) {
        return (int) (sample / RATE) % CADENCE == 0;
    }

    private static double wave(int sample) {
        return Math.sin(2 * Math.PI * HERTZ * sample / RATE);
    }
}
