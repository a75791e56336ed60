package cn.anxin.hotline.console;

import cn.anxin.hotline.live.ScreenHints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams to the screens that are open now; at most as many as the settings allow. */
@Component
class ScreenStreams implements SmartLifecycle {
    private final ConsoleSettings settings;
    private final ScreenHints hints;
    private final Semaphore places;
    private final Set<ScreenStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile Runnable unwatch = () -> {};

    ScreenStreams(ConsoleSettings settings, ScreenHints hints, MeterRegistry meters) {
        Gauge.builder("hotline.console.screens", open, Set::size).register(meters);
        this.settings = settings;
        this.hints = hints;
        places = new Semaphore(settings.screens());
    }

    /** Empty if there are too many, or if we are about to end. */
    Optional<SseEmitter> open() {
        if (!running || !places.tryAcquire()) {
            return Optional.empty();
        }
        var stream = new ScreenStream(settings.heartbeat());
        open.add(stream);
        stream.start(() -> {
            open.remove(stream);
            places.release();
        });
        return Optional.of(stream.emitter());
    }

    @Override
    public void start() {
        unwatch = hints.watch(() -> open.forEach(ScreenStream::changed));
        running = true;
    }

    /** Before the web server stops: it would wait for the streams to end. */
    @Override
    public void stop() {
        running = false;
        unwatch.run();
        open.forEach(ScreenStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
