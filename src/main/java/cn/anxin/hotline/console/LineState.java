package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LineStatus;
import cn.anxin.hotline.call.LiveCalls;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Asterisk is there, and when it last told us something. */
@Component
class LineState implements CallWatcher {
    private final LineStatus status;
    private final Clock clock;
    private volatile @Nullable Instant heardAt;

    LineState(LineStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    /**
     * @param heardAt null: not since this service started
     */
    record Line(boolean connected, @Nullable Instant heardAt) {}

    Line now() {
        return new Line(status.connected(), heardAt);
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
