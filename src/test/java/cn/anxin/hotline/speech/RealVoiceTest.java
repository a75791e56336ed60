package cn.anxin.hotline.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anxin.hotline.speech.SpeechCommand.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The real espeak-ng and sox. Skipped only where HOTLINE_BUNDLE, which names them, is not set. */
@EnabledIfEnvironmentVariable(named = "HOTLINE_BUNDLE", matches = ".+")
class RealVoiceTest {
    private static final Path TOOLS = Path.of("ops/lib").toAbsolutePath();
    private static final String WORDS = "王雄，住示范路272弄35号103室。";
    private static final int SYLLABLES = 18;
    private static final double FULL_SCALE = 32768;

    @TempDir private Path folder;

    @Test
    void wordsComeAsATelephoneCarriesThem() throws Exception {
        var sound = spoken(false);

        try (var audio = AudioSystem.getAudioInputStream(sound.toFile())) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
        }
        assertThat(SYLLABLES / seconds(sound)).isBetween(2.0, 4.0);
    }

    @Test
    void theyAreLoudAndNeverClipped() throws Exception {
        assertThat(peak(samples(spoken(false)))).isBetween(0.6, 0.8);
        assertThat(peak(samples(spoken(true)))).isBetween(0.6, 0.8);
    }

    @Test
    void theFirstSyllableIsNotLostToALineThatJustOpened() throws Exception {
        var samples = samples(spoken(false));

        assertThat(peak(samples.slice(0, 800))).isLessThan(0.01);
        assertThat(peak(samples.slice(800, 3200))).isGreaterThan(0.05);
    }

    @Test
    void slowIsMuchSlower() throws Exception {
        assertThat(seconds(spoken(true))).isGreaterThan(1.4 * seconds(spoken(false)));
    }

    @Test
    void noTextOfTheCatalogueComesOutInEnglish() throws Exception {
        var texts = Catalogue.read(Path.of("sounds/zh/prompts.properties")).texts().values();
        var file = Files.write(folder.resolve("texts"), texts);

        var phonemes =
                run(
                        "source \"$HOTLINE_BUNDLE\" && sed -f espeak-mandarin.sed "
                                + file
                                + " | \"$ESPEAK_BIN\" -v cmn -q -x --stdin",
                        TOOLS);

        assertThat(phonemes).isNotBlank().doesNotContain("(en)");
    }

    @Test
    void aHumanVoiceGoesBeforeTheMachinesAndNothingIsMadeTwice() throws Exception {
        var root = town("greeting=您好。", "bye=再见。");
        record(root.resolve("sounds/zh/recorded/greeting.wav"));

        assertThat(speakCatalogue(root)).contains("5 sounds made");
        var sounds = root.resolve("var/sounds/zh/hotline");
        assertThat(seconds(sounds.resolve("greeting.wav"))).isEqualTo(2, within(0.05));
        assertThat(seconds(sounds.resolve("greeting-slow.wav"))).isGreaterThan(2.5);
        assertThat(seconds(sounds.resolve("bye.wav"))).isLessThan(2);

        assertThat(speakCatalogue(root)).isEmpty();

        town("greeting=您好。", "bye=再会。");
        assertThat(speakCatalogue(root)).contains("2 sounds made");
    }

    private Path spoken(boolean slow) throws Exception {
        var sound = folder.resolve(slow ? "slow.wav" : "normal.wav");
        var outcome =
                new SpeechCommand(TOOLS.resolve("speak"))
                        .speak(ReadAloud.words(WORDS), slow, sound, Duration.ofSeconds(60));
        assertThat(outcome).isEqualTo(Outcome.SPOKEN);
        return sound;
    }

    private Path town(String... texts) throws IOException {
        var root = folder.resolve("town");
        Files.createDirectories(root.resolve("ops/lib"));
        Files.createDirectories(root.resolve("sounds/zh/recorded"));
        Files.write(root.resolve("sounds/zh/prompts.properties"), List.of(texts));
        for (var tool : List.of("speak", "speak-catalogue", "espeak-mandarin.sed")) {
            var copy = root.resolve("ops/lib").resolve(tool);
            if (!Files.exists(copy)) {
                Files.copy(TOOLS.resolve(tool), copy);
            }
        }
        return root;
    }

    /** Two seconds in the way in which a recorder of today writes them. */
    private static void record(Path file) throws IOException {
        var rate = 44_100;
        var bytes = ByteBuffer.allocate(2 * rate * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < 2 * rate; i++) {
            var sample = (short) (8000 * Math.sin(2 * Math.PI * 300 * i / rate));
            bytes.putShort(sample).putShort(sample);
        }
        var format = new AudioFormat(rate, 16, 2, true, false);
        var audio =
                new AudioInputStream(
                        new ByteArrayInputStream(bytes.array()), format, 2 * (long) rate);
        AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
    }

    private String speakCatalogue(Path root) throws Exception {
        return run("ops/lib/speak-catalogue", root);
    }

    private String run(String command, Path directory) throws Exception {
        var builder = new ProcessBuilder("bash", "-c", command).directory(directory.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().remove("HOTLINE_HOME");
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static double seconds(Path sound) throws Exception {
        try (var audio = AudioSystem.getAudioInputStream(sound.toFile())) {
            return audio.getFrameLength() / (double) audio.getFormat().getFrameRate();
        }
    }

    private static ShortBuffer samples(Path sound) throws Exception {
        try (var audio = AudioSystem.getAudioInputStream(sound.toFile())) {
            return ByteBuffer.wrap(audio.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
        }
    }

    private static double peak(ShortBuffer samples) {
        return IntStream.range(0, samples.limit())
                        .map(i -> Math.abs((int) samples.get(i)))
                        .max()
                        .orElseThrow()
                / FULL_SCALE;
    }
}
