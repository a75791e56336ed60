package cn.anxin.hotline.speech;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.call.PromptSounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sounds of the catalogue, made before the start by {@code ops/lib/speak-catalogue}, and those
 * of words made for one call. What is missing is made on demand.
 */
@Component
class CallSounds implements PromptSounds {
    private static final Logger log = LoggerFactory.getLogger(CallSounds.class);
    private static final String ENDING = ".wav";

    private final Path catalogued;
    private final Path voices;
    private final Catalogue catalogue;
    private final SpokenFolder spoken;
    private final Speaker speaker;
    private final Counter substituted;
    private final Counter soundless;

    CallSounds(
            HotlineSettings house,
            SpeechSettings settings,
            SpokenFolder spoken,
            Speaker speaker,
            MeterRegistry meters) {
        this.catalogued = house.home().resolve("sounds/zh/hotline");
        this.voices = house.home().resolve("voices");
        this.catalogue = read(settings.catalogue());
        this.spoken = spoken;
        this.speaker = speaker;
        this.substituted = meters.counter("hotline.speech.substituted");
        this.soundless = meters.counter("hotline.speech.soundless");
        try {
            Files.createDirectories(catalogued);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue read(Path file) {
        try {
            var catalogue = Catalogue.read(file);
            catalogue.faults().forEach(fault -> log.error("{} {}", file, fault));
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException("hotline.speech.catalogue cannot be read: " + file, e);
        }
    }

    @Override
    public Path of(Prompt prompt) {
        return switch (prompt) {
            case Prompt.Catalogued text -> of(text);
            case Prompt.Spoken words -> of(words);
            case Prompt.Voice voice -> of(voice);
        };
    }

    private Path of(Prompt.Catalogued prompt) {
        var sound = catalogued(prompt.key(), prompt.slow());
        if (!Files.exists(sound)) {
            catalogue
                    .text(prompt.key())
                    .ifPresent(text -> speaker.speak(text, prompt.slow(), sound));
        }
        return onHand(prompt);
    }

    private Path of(Prompt.Voice prompt) {
        var sound = voices.resolve(prompt.name() + ENDING);
        return Files.exists(sound) ? withoutEnding(sound) : of(prompt.orElse());
    }

    private Path of(Prompt.Spoken prompt) {
        var words = ReadAloud.words(prompt.words());
        var sound = spoken.sound(words, prompt.slow());
        if (!words.isEmpty() && (kept(sound) || made(words, prompt.slow(), sound))) {
            return withoutEnding(sound);
        }
        substituted.increment();
        return onHand(prompt.orElse());
    }

    /** Makes nothing: the caller has waited already. */
    private Path onHand(Prompt.Catalogued prompt) {
        var sound = catalogued(prompt.key(), prompt.slow());
        var faster = catalogued(prompt.key(), false);
        if (!Files.exists(sound) && Files.exists(faster)) {
            return withoutEnding(faster);
        }
        if (!Files.exists(sound)) {
            soundless.increment();
            log.error("no sound for {}", prompt.key());
        }
        return withoutEnding(sound);
    }

    private Path catalogued(String key, boolean slow) {
        return catalogued.resolve(key + (slow ? "-slow" : "") + ENDING);
    }

    private boolean kept(Path sound) {
        if (!Files.exists(sound)) {
            return false;
        }
        try {
            spoken.used(sound);
            return true;
        } catch (IOException e) {
            // Removed as the least used, this very moment: it is made again.
            return false;
        }
    }

    private boolean made(String words, boolean slow, Path sound) {
        var made = speaker.speak(words, slow, sound);
        try {
            spoken.trim();
        } catch (IOException e) {
            log.warn("old sounds could not be removed", e);
        }
        return made;
    }

    private static Path withoutEnding(Path sound) {
        var name = sound.getFileName().toString();
        return sound.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }
}
