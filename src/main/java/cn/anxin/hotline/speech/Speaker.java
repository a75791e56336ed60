package cn.anxin.hotline.speech;

import cn.anxin.hotline.speech.SpeechCommand.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes sounds, a few at a time and each but once, however many calls want it. Whoever asks waits
 * no longer than the patience of {@link SpeechSettings}; a sound that comes later is there for the
 * next who asks. May be used by any thread.
 */
@Component
class Speaker {
    private static final Logger log = LoggerFactory.getLogger(Speaker.class);

    private final SpeechSettings settings;
    private final SpeechCommand command;
    private final MeterRegistry meters;
    private final Semaphore free;
    private final ConcurrentMap<Path, CompletableFuture<Boolean>> making =
            new ConcurrentHashMap<>();

    Speaker(SpeechSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.command = new SpeechCommand(settings.command());
        this.meters = meters;
        this.free = new Semaphore(settings.atOnce(), true);
    }

    /**
     * @return whether the sound is there
     */
    boolean speak(String words, boolean slow, Path sound) {
        var made = making.computeIfAbsent(sound, it -> begin(words, slow, it));
        try {
            return made.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            log.error("could not speak", e);
            return false;
        }
    }

    private CompletableFuture<Boolean> begin(String words, boolean slow, Path sound) {
        return CompletableFuture.supplyAsync(
                        () -> make(words, slow, sound),
                        task -> Thread.ofVirtual().name("speaker").start(task))
                .whenComplete((made, failure) -> making.remove(sound));
    }

    private boolean make(String words, boolean slow, Path sound) {
        var timer = Timer.start(meters);
        var outcome = outcome(words, slow, sound);
        timer.stop(meters.timer("hotline.speech.renders", "outcome", outcome.label()));
        if (outcome != Outcome.SPOKEN) {
            log.warn("could not speak: {} {}", command.program().getFileName(), outcome.label());
        }
        return outcome == Outcome.SPOKEN;
    }

    private Outcome outcome(String words, boolean slow, Path sound) {
        var patience = settings.patience();
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.LATE;
            }
            try {
                return spoken(words, slow, sound);
            } finally {
                free.release();
            }
        } catch (IOException e) {
            log.error("could not speak", e);
            return Outcome.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.LATE;
        }
    }

    private Outcome spoken(String words, boolean slow, Path sound)
            throws IOException, InterruptedException {
        // Not every engine writes its file whole.
        var fresh = sound.resolveSibling("new-" + sound.getFileName());
        try {
            var outcome = command.speak(words, slow, fresh, settings.patience());
            if (outcome == Outcome.SPOKEN) {
                Files.move(fresh, sound, StandardCopyOption.ATOMIC_MOVE);
            }
            return outcome;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
