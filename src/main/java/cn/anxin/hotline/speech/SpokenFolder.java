package cn.anxin.hotline.speech;

import cn.anxin.hotline.call.HotlineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The sounds made for calls. Names and addresses are in them: only our user opens the folder, and a
 * file's name tells nothing to those without our key.
 */
@Component
class SpokenFolder {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 16;
    private static final String ENDING = ".wav";

    private final Path folder;
    private final SecretKeySpec key;
    private final int kept;
    private final Clock clock;

    SpokenFolder(HotlineSettings house, SpeechSettings settings, Clock clock) {
        this.folder = house.home().resolve("sounds/spoken");
        this.kept = settings.kept();
        this.clock = clock;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            this.key = new SecretKeySpec(key(folder.resolve("key")), ALGORITHM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] key(Path file) throws IOException {
        if (!Files.exists(file)) {
            var key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            var fresh = file.resolveSibling("key.new");
            Files.write(fresh, key);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readAllBytes(file);
    }

    /** Where the sound of these words is, or should be. */
    Path sound(String words, boolean slow) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((byte) (slow ? 1 : 0));
            var hash = mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ENDING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Keeps a sound that was played from going first. */
    void used(Path sound) throws IOException {
        Files.setLastModifiedTime(sound, FileTime.from(clock.instant()));
    }

    /** Removes the least recently used sounds beyond the limit. */
    void trim() throws IOException {
        var sounds = sounds();
        var surplus = sounds.size() - kept;
        if (surplus <= 0) {
            return;
        }
        for (var sound : sounds.subList(0, surplus)) {
            Files.deleteIfExists(sound.file());
        }
    }

    private record Sound(Path file, FileTime used) {}

    private List<Sound> sounds() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(SpokenFolder::sound)
                    .sorted(Comparator.comparing(Sound::used))
                    .toList();
        }
    }

    private static Sound sound(Path file) {
        try {
            return new Sound(file, Files.getLastModifiedTime(file));
        } catch (IOException e) {
            // Another thread has just removed it.
            return new Sound(file, FileTime.fromMillis(0));
        }
    }
}
