package cn.anxin.hotline.wellness.deadline;

import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.RoundCapacity;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.wellness.deadline.Forecast.Pace;
import cn.anxin.hotline.wellness.deadline.RunningRounds.Round;
import cn.anxin.hotline.wellness.deadline.RunningRounds.Standing;
import cn.anxin.hotline.wellness.line.PausedParts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether a round is in danger. While the whole line is paused for a common cause it is not:
 * that has an alarm of its own, and its windows are extended.
 */
@Component
class DangerWatch implements DueWork {
    private final RunningRounds rounds;
    private final Dangers dangers;
    private final PausedParts pausedParts;
    private final Dialer dialer;
    private final RoundCapacity capacity;
    private final DeadlineSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;

    DangerWatch(
            RunningRounds rounds,
            Dangers dangers,
            PausedParts pausedParts,
            Dialer dialer,
            RoundCapacity capacity,
            DeadlineSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rounds = rounds;
        this.dangers = dangers;
        this.pausedParts = pausedParts;
        this.dialer = dialer;
        this.capacity = capacity;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "round-danger";
    }

    @Override
    public int sweep(int limit) {
        var now = clock.instant();
        // a clock that was set back must not put it off
        if (!now.isBefore(looked) && now.isBefore(looked.plus(settings.look()))) {
            return 0;
        }
        var free = dialer.free(CallPurpose.CHECK);
        transaction.executeWithoutResult(_ -> look(free));
        looked = now;
        return 0;
    }

    private void look(int free) {
        var now = rounds.now();
        var paused = pausedParts.now().everything();
        for (var round : rounds.at(now)) {
            var id = round.id();
            var standing = id == null ? new Standing(0, false, 0) : rounds.standing(id);
            lookAtBeginning(round, standing, paused);
            lookAtMovement(round, standing, paused);
            lookAtEnd(round, standing, paused, free, now);
        }
    }

    private void lookAtBeginning(Round round, Standing standing, boolean paused) {
        var unplanned = unplanned(round);
        var nobodyRung = !standing.begun() && standing.due() > 0 && !paused;
        if (unplanned > 0 || nobodyRung) {
            dangers.see(round, Danger.NOT_BEGUN, standing.stillOpen() + unplanned, 0, null);
        } else {
            dangers.gone(round, Danger.NOT_BEGUN);
        }
    }

    /**
     * An extra round names its people by what they are: who they are is known once it is planned.
     */
    private int unplanned(Round round) {
        if (round.planned()) {
            return 0;
        }
        return round.extra() == null ? rounds.unplannedPeople(round) : 1;
    }

    private void lookAtMovement(Round round, Standing standing, boolean paused) {
        if (standing.begun() && standing.due() > 0 && !paused) {
            dangers.see(round, Danger.STUCK, standing.stillOpen(), 0, rounds.moved().orElse(null));
        } else {
            dangers.gone(round, Danger.STUCK);
        }
    }

    private void lookAtEnd(Round round, Standing standing, boolean paused, int free, Instant now) {
        var id = round.id();
        var late =
                id == null || paused || standing.stillOpen() == 0
                        ? Forecast.Late.NOBODY
                        : Forecast.of(now, rounds.waiting(id), pace(round, free));
        if (late.people() > 0) {
            dangers.see(round, Danger.WILL_NOT_FINISH, standing.stillOpen(), late.people(), null);
        } else {
            dangers.gone(round, Danger.WILL_NOT_FINISH);
        }
    }

    private Pace pace(Round round, int free) {
        var calls = rounds.calls(round.day());
        return new Pace(
                Math.min(free, capacity.channels()),
                capacity.channels(),
                capacity.callsPerSecond(),
                calls.length(),
                calls.each());
    }
}
