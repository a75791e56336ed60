package cn.anxin.hotline.console;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The data behind the duty screen at {@code /}. */
@RestController
@Hidden
class ScreenPage {
    private final ScreenStates states;
    private final ScreenStreams streams;

    ScreenPage(ScreenStates states, ScreenStreams streams) {
        this.states = states;
        this.streams = streams;
    }

    @GetMapping("/page/state")
    ScreenState state() {
        return states.now();
    }

    /** {@code changed}: fetch the state anew; {@code beat}: we live. */
    @GetMapping(path = "/page/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return streams.open().orElseThrow(() -> new Refused(Trouble.BUSY));
    }
}
