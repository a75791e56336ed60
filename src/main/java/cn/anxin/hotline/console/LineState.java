package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether Asterisk has spoken to us lately. It tells its live calls about every 15 s; two of those
 * missed, and we say that the line is silent.
 */
@Component
class LineState implements CallWatcher {
    private static final Duration LATELY = Duration.ofSeconds(35);

    private final Clock clock;
    private volatile @Nullable Instant heardAt;

    LineState(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param heardAt null: not since this service started
     */
    record Line(boolean connected, @Nullable Instant heardAt) {}

    Line now() {
        var heard = heardAt;
        return new Line(heard != null && heard.plus(LATELY).isAfter(clock.instant()), heard);
    }

    @Override
    public void ended(CallEnded end) {
        heardAt = clock.instant();
    }

    @Override
    public void resynchronised(LiveCalls live) {
        heardAt = clock.instant();
    }
}
