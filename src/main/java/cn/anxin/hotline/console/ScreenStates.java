package cn.anxin.hotline.console;

import cn.anxin.hotline.call.CallBoard;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.console.ScreenState.Town;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The present state of the duty screen, made once for all screens that ask at about the same time:
 * however many there are, they use one database connection.
 */
@Component
class ScreenStates {
    private static final Duration FRESH = Duration.ofMillis(250);

    private final TownView town;
    private final CallBoard board;
    private final LineState line;
    private final HotlineSettings settings;
    private final Clock clock;
    private @Nullable ScreenState latest;
    private Instant madeAt = Instant.EPOCH;
    private @Nullable Town lastSeen;

    ScreenStates(
            TownView town, CallBoard board, LineState line, HotlineSettings settings, Clock clock) {
        this.town = town;
        this.board = board;
        this.line = line;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whoever had to wait for a state to be made is content with that one. */
    synchronized ScreenState now() {
        var there = latest;
        if (there == null || !isFresh(clock.instant())) {
            there = make();
            latest = there;
            madeAt = clock.instant();
        }
        return there;
    }

    private boolean isFresh(Instant now) {
        return !madeAt.isAfter(now) && madeAt.plus(FRESH).isAfter(now);
    }

    private ScreenState make() {
        var now = clock.instant();
        var calls = board.calls().stream().map(ScreenState.LiveCall::of).toList();
        var seen = town.at(now);
        lastSeen = seen.orElse(lastSeen);
        return new ScreenState(
                now,
                settings.zone(),
                settings.number(),
                line.now(),
                calls,
                lastSeen,
                seen.isPresent());
    }
}
