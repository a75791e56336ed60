package cn.anxin.hotline.wellness;

import cn.anxin.hotline.duework.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Plans the day's round by itself; asking once a minute is enough for people added during the day.
 */
@Component
class RoundPlan implements DueWork {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Rounds rounds;
    private final WellnessSettings settings;
    private final Clock clock;
    private Instant notBefore = Instant.EPOCH;

    RoundPlan(Rounds rounds, WellnessSettings settings, Clock clock) {
        this.rounds = rounds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "round-plan";
    }

    /** One statement plans everybody, so there is never more of it. */
    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        if (settings.daily() && !now.isBefore(notBefore)) {
            rounds.planToday();
            notBefore = now.plus(PAUSE);
        }
        return 0;
    }
}
