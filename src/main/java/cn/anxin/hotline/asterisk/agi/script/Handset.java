package cn.anxin.hotline.asterisk.agi.script;

import cn.anxin.hotline.asterisk.agi.wire.AgiLink;
import cn.anxin.hotline.asterisk.agi.wire.CommandReply;
import cn.anxin.hotline.asterisk.agi.wire.CommandResult;
import java.nio.file.Path;
import java.time.Duration;
import org.asteriskjava.fastagi.command.RecordFileCommand;
import org.asteriskjava.fastagi.command.StreamFileCommand;
import org.asteriskjava.fastagi.command.WaitForDigitCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The telephone at the other end: what it plays and which key is pressed on it. */
final class Handset {
    /** For a file that Asterisk may see and we do not: longer than any sentence. */
    private static final Duration UNKNOWN_LENGTH = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(Handset.class);

    private final AgiLink link;
    private final ScriptMeters meters;

    Handset(AgiLink link, ScriptMeters meters) {
        this.link = link;
        this.meters = meters;
    }

    /** Plays a sound to its end; keys pressed meanwhile are dropped, by Asterisk too. */
    CommandResult play(Path sound) {
        return play(sound, "");
    }

    /** Plays a sound to its end or to the first key. */
    CommandResult playUntilKey(Path sound) {
        return play(sound, CommandReply.EVERY_KEY);
    }

    CommandResult awaitKey(Duration patience) {
        var milliseconds = Math.max(1, patience.toMillis()); // less would wait for ever
        var result = link.send(new WaitForDigitCommand(milliseconds), patience);
        // Asterisk gives up waiting only when it loses the call, and says why just afterwards.
        return failed(result) ? link.awaitLoss() : result;
    }

    /** Until a key, the silence, the hangup or the longest time; what was said by then is kept. */
    CommandResult record(Path sound, Duration longest, Duration silence) {
        var record =
                new RecordFileCommand(
                        sound.toString(),
                        "wav",
                        CommandReply.EVERY_KEY,
                        Math.toIntExact(longest.toMillis()),
                        0,
                        false,
                        Math.toIntExact(silence.toSeconds()));
        return link.send(record, longest);
    }

    private CommandResult play(Path sound, String endingKeys) {
        var length = SoundFile.length(sound);
        var result =
                link.send(
                        new StreamFileCommand(sound.toString(), endingKeys),
                        length.orElse(UNKNOWN_LENGTH));
        if (length.isEmpty() && failed(result)) {
            meters.missingSound();
            log.warn("A prompt has no sound: {}", sound);
        }
        return result;
    }

    private static boolean failed(CommandResult result) {
        return result instanceof CommandReply reply && !reply.carriedOut();
    }
}
