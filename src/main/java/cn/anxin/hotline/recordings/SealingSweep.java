package cn.anxin.hotline.recordings;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.duework.DueWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals what Asterisk has written once its call is over, told from the list of all calls: at the
 * hangup itself the call's own script may still ask how much was said. The files are the memory of
 * what is to be done, so a crash loses nothing.
 */
@Component
class SealingSweep implements DueWork, CallWatcher {
    private static final Logger log = LoggerFactory.getLogger(SealingSweep.class);
    private static final String SOUND = ".wav";

    /** Between the last word and a list of calls that is believed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Twice the longest recording: with no list of calls at all. */
    private static final Duration SURELY_OVER = Duration.ofMinutes(10);

    private final SealedRecordings recordings;
    private final List<ClearRecordings> clear;
    private final Clock clock;
    private volatile @Nullable LiveCalls live;

    SealingSweep(SealedRecordings recordings, List<ClearRecordings> clear, Clock clock) {
        this.recordings = recordings;
        this.clear = clear;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recordings-sealing";
    }

    @Override
    public void ended(CallEnded end) {
        // the next list of calls tells it too
    }

    @Override
    public void resynchronised(LiveCalls calls) {
        live = calls;
    }

    @Override
    public int sweep(int limit) {
        int sealed = 0;
        for (var folder : clear) {
            for (var file : files(folder.folder(), limit)) {
                sealed += seal(folder, file) ? 1 : 0;
            }
        }
        return Math.min(sealed, limit);
    }

    private static List<Path> files(Path folder, int limit) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> call(file).isPresent()).sorted().limit(limit).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<CallId> call(Path file) {
        var name = file.getFileName().toString();
        return Optional.of(name)
                .filter(it -> it.endsWith(SOUND))
                .map(it -> it.substring(0, it.length() - SOUND.length()))
                .filter(CallId::isOne)
                .map(CallId::new);
    }

    private boolean seal(ClearRecordings folder, Path file) {
        var call = call(file).orElseThrow();
        try {
            if (folder.growing() && !isOver(call, Files.getLastModifiedTime(file).toInstant())) {
                return false;
            }
            recordings.seal(new RecordingId(folder.kind(), call), file);
            return true;
        } catch (NoSuchFileException e) {
            return false; // moved on meanwhile
        } catch (IOException e) {
            log.error("Call {}: what was said cannot be sealed, and is tried again", call, e);
            return false;
        }
    }

    private boolean isOver(CallId call, Instant lastWord) {
        var calls = live;
        return calls != null && calls.asOf().isAfter(lastWord.plus(GRACE))
                ? !calls.calls().contains(call)
                : clock.instant().isAfter(lastWord.plus(SURELY_OVER));
    }
}
