package cn.anxin.hotline.asterisk.agi.script;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the other side of a call speaks at a stretch. Any thread. */
final class Speech {
    private final Clock clock;
    private Duration longest = Duration.ZERO;
    private @Nullable Instant since;

    Speech(Clock clock) {
        this.clock = clock;
    }

    synchronized void began() {
        since = clock.instant();
    }

    synchronized void ceased(Duration spoken) {
        since = null;
        take(spoken);
    }

    /** What is still being said counts up to now. */
    synchronized Duration longest() {
        var began = since;
        if (began != null) {
            take(Duration.between(began, clock.instant()));
        }
        return longest;
    }

    private void take(Duration spoken) {
        if (spoken.compareTo(longest) > 0) {
            longest = spoken;
        }
    }
}
