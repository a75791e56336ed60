package cn.anxin.hotline.console;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events to one screen, on a thread of its own, so that a screen that does not read
 * holds up nobody. Hints that come faster than they are read become one.
 */
class ScreenStream {
    private static final long UNTIL_EITHER_SIDE_ENDS = 0L;

    private enum Event {
        CHANGED,
        END
    }

    private final SseEmitter emitter = new SseEmitter(UNTIL_EITHER_SIDE_ENDS);
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(2);
    private final Duration heartbeat;

    ScreenStream(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start(Runnable whenOver) {
        emitter.onCompletion(this::end);
        emitter.onError(_ -> end());
        Thread.ofVirtual()
                .name("screen")
                .start(() -> {
                    try {
                        run();
                    } finally {
                        whenOver.run();
                    }
                });
    }

    void changed() {
        if (waiting.isEmpty()) {
            waiting.offer(Event.CHANGED);
        }
    }

    void end() {
        waiting.offer(Event.END);
    }

    private void run() {
        try {
            send("beat");
            while (true) {
                var event = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (event == Event.END) {
                    break;
                }
                send(event == null ? "beat" : "changed");
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // mostly the screen is gone; should it still be there, an end makes it connect again
            emitter.completeWithError(e);
        } catch (InterruptedException e) {
            emitter.complete();
            Thread.currentThread().interrupt();
        }
    }

    private void send(String event) throws IOException {
        emitter.send(SseEmitter.event().name(event).data(""));
    }
}
