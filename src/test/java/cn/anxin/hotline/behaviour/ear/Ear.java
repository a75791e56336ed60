package cn.anxin.hotline.behaviour.ear;

import cn.anxin.hotline.behaviour.phone.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises the prompts of a catalogue in what a phone heard, by normalised cross-correlation. It
 * needs the first 0.7 s of a prompt, bears A-law and some lost packets, and tells prompts that
 * begin alike by what follows. Cut off before they differ, all that it may have been are named.
 */
public final class Ear {
    private static final int STRETCH = 800;
    private static final double FOLLOWS = 0.5;
    private static final double SILENT = 40;
    private static final int NEARLY = 400;
    private static final int LEAST = 4000;

    /**
     * @param telling how much of it has to be heard to tell it from all that begin alike
     */
    private record Known(Voice voice, Opening opening, int telling) {}

    private final Map<String, Known> catalogue = new HashMap<>();

    public Ear(Map<String, Sound> prompts) {
        var voices = new HashMap<String, Voice>();
        prompts.forEach((key, sound) -> voices.put(key, new Voice(sound)));
        voices.forEach((key, voice) ->
                catalogue.put(key, new Known(voice, new Opening(voice), telling(voice, voices))));
    }

    /** Knows every WAV file that is in these folders now. */
    public static Ear of(Path... folders) {
        var prompts = new HashMap<String, Sound>();
        for (var folder : folders) {
            try (var files = Files.newDirectoryStream(folder, "*.wav")) {
                for (var file : files) {
                    prompts.put(
                            file.getFileName().toString().replaceFirst("\\.wav$", ""),
                            Sound.read(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Ear(prompts);
    }

    private static int telling(Voice voice, Map<String, Voice> all) {
        var alike =
                all.values().stream()
                        .filter(other -> other != voice)
                        .mapToInt(other -> endOf(voice, other, 0))
                        .max()
                        .orElse(0);
        return Math.min(alike + STRETCH, voice.length() / STRETCH * STRETCH);
    }

    /** All that was said, in order. */
    public List<Heard> heard(Sound sound) {
        var recording = new Voice(sound);
        var spectra = new Opening.Spectra(recording);
        var candidates = new ArrayList<Heard>();
        catalogue.forEach((key, known) -> candidates.addAll(find(key, known, recording, spectra)));
        candidates.sort(Comparator.comparingInt(Heard::at).thenComparing(Heard::key));
        return candidates.stream()
                .filter(one -> one.until() - one.at() >= LEAST)
                .filter(one -> candidates.stream().noneMatch(other -> explains(other, one)))
                .toList();
    }

    /** The first time that this prompt was said, once it cannot be another one. */
    public Optional<Heard> first(String key, Sound sound) {
        var known = known(key);
        var recording = new Voice(sound);
        return find(key, known, recording, new Opening.Spectra(recording)).stream()
                .filter(heard -> heard.until() - heard.at() >= known.telling())
                .findFirst();
    }

    /** How many samples of this prompt have to be heard to tell it from all others. */
    public int telling(String key) {
        return known(key).telling();
    }

    private Known known(String key) {
        var known = catalogue.get(key);
        if (known == null) {
            throw new IllegalArgumentException("no such prompt: " + key);
        }
        return known;
    }

    private static List<Heard> find(
            String key, Known known, Voice recording, Opening.Spectra spectra) {
        return known.opening().in(recording, spectra).stream()
                .map(at -> new Heard(key, at, endOf(known.voice(), recording, at)))
                .toList();
    }

    /** Follows the prompt for as long as the recording goes on like it. */
    private static int endOf(Voice prompt, Voice recording, int at) {
        var said = Math.max(0, -at);
        while (said + STRETCH <= prompt.length() && at + said + STRETCH <= recording.length()) {
            var quiet = prompt.loudness(said, STRETCH) < SILENT;
            var goesOn =
                    quiet
                            ? recording.loudness(at + said, STRETCH) < 2 * SILENT
                            : Voice.likeness(prompt, said, recording, at + said, STRETCH) > FOLLOWS;
            if (!goesOn) {
                break;
            }
            said += STRETCH;
        }
        return at + said;
    }

    /**
     * Whether {@code one} is but a part of {@code other}, which explains more of what was heard.
     */
    private static boolean explains(Heard other, Heard one) {
        var covers = other.at() <= one.at() + NEARLY && other.until() >= one.until() - NEARLY;
        var longer = other.until() - other.at() > one.until() - one.at() + NEARLY;
        return covers && longer;
    }
}
