package cn.anxin.hotline.wellness.round;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.wellness.WellnessSettings;
import cn.anxin.hotline.wellness.round.RoundPlanner.Progress;
import cn.anxin.hotline.wellness.round.RoundTable.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans extra rounds as they are started, and the day's round by itself; looking once a minute is
 * enough for people added during the day. A sweep plans some thousands of people. What is lost when
 * this process dies is only how far it had come: the next one looks from the beginning.
 */
@Component
class RoundPlan implements DueWork {
    static final String NAME = "round-plan";

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RoundTable rounds;
    private final RoundPlanner planner;
    private final HotlineSettings hotline;
    private final WellnessSettings settings;
    private final Clock clock;
    private @Nullable Round current;
    private Progress progress = Progress.BEGINNING;
    private Instant lastDaily = Instant.EPOCH;

    RoundPlan(
            RoundTable rounds,
            RoundPlanner planner,
            HotlineSettings hotline,
            WellnessSettings settings,
            Clock clock) {
        this.rounds = rounds;
        this.planner = planner;
        this.hotline = hotline;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int sweep(int limit) {
        var round = current == null ? next().orElse(null) : current;
        if (round == null) {
            return 0;
        }
        progress = planner.planNext(round, progress, null);
        current = progress.more() ? round : null;
        if (!progress.more()) {
            progress = Progress.BEGINNING;
        }
        return limit;
    }

    private Optional<Round> next() {
        return rounds.unplannedExtra().or(this::dailyIfDue);
    }

    private Optional<Round> dailyIfDue() {
        var now = clock.instant();
        // a clock that was set back must not put planning off
        var pausing = !now.isBefore(lastDaily) && now.isBefore(lastDaily.plus(PAUSE));
        if (!settings.daily() || pausing) {
            return Optional.empty();
        }
        lastDaily = now;
        return Optional.of(rounds.daily(LocalDate.ofInstant(rounds.now(), hotline.zone())));
    }
}
