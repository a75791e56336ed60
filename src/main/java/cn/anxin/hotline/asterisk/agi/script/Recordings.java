package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder of what people said to us, for its owner's eyes alone. Any thread. */
@Component
final class Recordings {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Less is a click of the receiver. */
    private static final Duration SHORTEST = Duration.ofMillis(300);

    private static final Logger log = LoggerFactory.getLogger(Recordings.class);

    private final Path folder;

    Recordings(HotlineSettings house) {
        this.folder = house.home().resolve("recordings");
    }

    /**
     * @param which of this call, from 1
     */
    Optional<Recording> take(
            CallId call, int which, Handset handset, Duration longest, Duration silence) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            log.error("Call {}: what they say cannot be kept", call, e);
            return Optional.empty();
        }
        var name = which == 1 ? call.value() : call.value() + "-" + which;
        var sound = folder.resolve(name);
        handset.record(sound, longest.compareTo(LONGEST) > 0 ? LONGEST : longest, silence);
        return SoundFile.length(sound)
                .filter(length -> length.compareTo(SHORTEST) >= 0)
                .map(length -> new Recording(name + ".wav", length));
    }
}
