package cn.anxin.hotline.behaviour.phone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Samples of telephone sound: 8 kHz, 16 bit, mono. */
public final class Sound {
    public static final int RATE = 8000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    private final short[] samples;

    public Sound(short[] samples) {
        this.samples = samples.clone();
    }

    public static Sound silence(Duration length) {
        return new Sound(new short[samplesIn(length)]);
    }

    public static Sound tone(int hertz, Duration length) {
        var samples = new short[samplesIn(length)];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return new Sound(samples);
    }

    /** Two tones together, as a key sounds. */
    public static Sound tones(int one, int other, Duration length) {
        var first = tone(one, length).samples;
        var second = tone(other, length).samples;
        for (var i = 0; i < first.length; i++) {
            first[i] += second[i];
        }
        return new Sound(first);
    }

    /** Reads a WAV file of 8 kHz, 16 bit, mono. */
    public static Sound read(Path wav) {
        try (var in = AudioSystem.getAudioInputStream(wav.toFile())) {
            if (!in.getFormat().matches(FORMAT)) {
                throw new IllegalArgumentException(wav + " is " + in.getFormat());
            }
            var bytes = in.readAllBytes();
            var samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return new Sound(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalArgumentException(wav + " is no sound", e);
        }
    }

    public void write(Path wav) throws IOException {
        var bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        try (var sound =
                new AudioInputStream(
                        new ByteArrayInputStream(bytes.array()), FORMAT, samples.length)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav.toFile());
        }
    }

    public int length() {
        return samples.length;
    }

    public short[] samples() {
        return samples.clone();
    }

    /** The samples from {@code from} up to {@code to}; silence where there are none. */
    public Sound cut(int from, int to) {
        return new Sound(Arrays.copyOfRange(samples, from, to));
    }

    public Sound then(Sound next) {
        var both = Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
        return new Sound(both);
    }

    /** The same, this many times as fast, and as much higher. */
    public Sound faster(int times) {
        var fast = new short[samples.length / times];
        for (var i = 0; i < fast.length; i++) {
            var sum = 0;
            for (var j = 0; j < times; j++) {
                sum += samples[i * times + j];
            }
            fast[i] = (short) (sum / times);
        }
        return new Sound(fast);
    }

    /** As it goes over the line, a byte a sample. */
    public byte[] alaw() {
        var bytes = new byte[samples.length];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = ALaw.encode(samples[i]);
        }
        return bytes;
    }

    /** What is left of it after a telephone line. */
    public Sound throughALaw() {
        var heard = new short[samples.length];
        for (var i = 0; i < samples.length; i++) {
            heard[i] = ALaw.decode(ALaw.encode(samples[i]));
        }
        return new Sound(heard);
    }

    static int samplesIn(Duration length) {
        return Math.toIntExact(length.toMillis() * RATE / 1000);
    }
}
