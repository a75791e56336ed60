package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.duework.Nudges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A check's call is over: if no key said how the person is, its end is what the attempt came to.
 */
@Component
class CheckCallEnd implements CallWatcher {
    /**
     * Between our commit and the channel lie the dialler's two seconds; a call that young may still
     * be on its way.
     */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    /**
     * A channel gets free when a call ends, and that nudges; this is for the case that none does.
     */
    private static final Duration LINE_FULL = Duration.ofSeconds(2);

    private final Attempts attempts;
    private final Checks checks;
    private final Nudges nudges;
    private final WellnessSettings settings;
    private final TransactionTemplate transaction;
    private final Instant began;

    CheckCallEnd(
            Attempts attempts,
            Checks checks,
            Nudges nudges,
            WellnessSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.attempts = attempts;
        this.checks = checks;
        this.nudges = nudges;
        this.settings = settings;
        this.transaction = transaction;
        this.began = clock.instant();
    }

    @Override
    public void ended(CallEnded end) {
        // its channel is free already, whatever it came to
        nudges.nudge(CheckCalls.NAME);
        if (end.call().purpose() == CallPurpose.CHECK) {
            conclude(end.call(), result(end), end.q850Cause(), end.sipStatus());
        }
    }

    /**
     * Whoever was on the line when the process before this one died could not say how they are,
     * whether they hung up before this one listened or after.
     */
    private AttemptResult result(CallEnded end) {
        var result = AttemptResult.of(end.outcome(), end.q850Cause());
        return result == AttemptResult.UNCONFIRMED && attempts.placedBefore(end.call(), began)
                ? AttemptResult.LOST
                : result;
    }

    @Override
    public void resynchronised(LiveCalls live) {
        attempts.open().placedBefore(live.asOf().minus(ON_ITS_WAY)).stream()
                .filter(call -> !live.calls().contains(call))
                .forEach(call -> conclude(call, AttemptResult.LOST, 0, 0));
    }

    void notPlaced(CallId call, Placement.Reason reason) {
        var rest =
                switch (reason) {
                    case NO_FREE_CHANNEL, TOO_MANY_A_SECOND -> LINE_FULL;
                    case LINE_DOWN -> settings.spacing().lineFault();
                };
        transaction.executeWithoutResult(_ -> {
            attempts.conclude(call, AttemptResult.NOT_PLACED)
                    .ifPresent(attempt -> checks.notPlaced(attempt, rest));
            attempts.end(call, 0, 0);
        });
    }

    private void conclude(CallId call, AttemptResult result, int q850Cause, int sipStatus) {
        transaction.executeWithoutResult(_ -> {
            attempts.conclude(call, result).ifPresent(attempt -> checks.concluded(attempt, result));
            attempts.end(call, q850Cause, sipStatus);
        });
    }
}
