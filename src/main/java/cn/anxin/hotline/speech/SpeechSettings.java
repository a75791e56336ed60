package cn.anxin.hotline.speech;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How words become sound.
 *
 * @param catalogue the texts by their keys
 * @param command speaks: {@code command [--slow] - OUT.wav}, the words on standard input; 8 kHz
 *     mono 16 bit, whole or not at all, exit code 0 if it did
 * @param patience how long a caller may wait for words made for the call
 * @param atOnce how many commands may run at the same time
 * @param kept how many sounds made for calls are kept; the least used go first
 */
@ConfigurationProperties("hotline.speech")
public record SpeechSettings(
        @DefaultValue("sounds/zh/prompts.properties") Path catalogue,
        @DefaultValue("ops/lib/speak") Path command,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("2") int atOnce,
        @DefaultValue("2000") int kept) {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    public SpeechSettings {
        catalogue = catalogue.toAbsolutePath().normalize();
        command = command.toAbsolutePath().normalize();
        if (!patience.isPositive() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hotline.speech.patience: up to " + LONGEST);
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("hotline.speech.at-once: 1 or more");
        }
        if (kept < 1) {
            throw new IllegalArgumentException("hotline.speech.kept: 1 or more");
        }
    }
}
