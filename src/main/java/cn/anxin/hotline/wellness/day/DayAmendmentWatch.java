package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.duework.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Looks once a minute whether something has become another of a day that was kept: of the two
 * latest, and of one older one in its turn, so that each of two months is looked at within the
 * hour. What changes later is in the journal alone. It looks from the beginning after a restart.
 */
@Component
class DayAmendmentWatch implements DueWork {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int DAYS = 62;
    private static final int LATEST = 2;

    private final DayAmendments amendments;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;
    private int turn;

    DayAmendmentWatch(DayAmendments amendments, Clock clock) {
        this.amendments = amendments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "day-amendments";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(PAUSE))) {
            return 0;
        }
        looked = now;
        var kept = amendments.kept(DAYS);
        var latest = kept.subList(0, Math.min(LATEST, kept.size()));
        var older = kept.subList(latest.size(), kept.size());
        var noted = latest.stream().mapToInt(amendments::note).sum();
        if (!older.isEmpty()) {
            turn = (turn + 1) % older.size();
            noted += amendments.note(older.get(turn));
        }
        return Math.min(noted, limit - 1);
    }
}
