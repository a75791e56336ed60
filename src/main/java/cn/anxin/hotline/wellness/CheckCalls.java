package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings those whose check is due, as many as there are channels for the round; hands over to the
 * ladder those whose window closed. An attempt is committed, then dialled.
 */
@Component
class CheckCalls implements DueWork {
    static final String NAME = "checks";

    private static final Logger log = LoggerFactory.getLogger(CheckCalls.class);

    /** Beyond ring and talk, an attempt has a minute to be seen ending (invariant 10). */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final CheckQueue queue;
    private final Checks checks;
    private final Attempts attempts;
    private final CheckCallEnd callEnd;
    private final Roster roster;
    private final PersonPlans plans;
    private final CallLog callLog;
    private final Dialer dialer;
    private final WellnessSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckCalls(
            CheckQueue queue,
            Checks checks,
            Attempts attempts,
            CheckCallEnd callEnd,
            Roster roster,
            PersonPlans plans,
            CallLog callLog,
            Dialer dialer,
            WellnessSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.checks = checks;
        this.attempts = attempts;
        this.callEnd = callEnd;
        this.roster = roster;
        this.plans = plans;
        this.callLog = callLog;
        this.dialer = dialer;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A due check that was dealt with; with a call to place, or without. */
    private record Step(@Nullable OutboundCall call) {
        static final Step WITHOUT_CALL = new Step(null);
    }

    @Override
    public int sweep(int limit) {
        var handled = giveUpOverdueCalls(limit);
        while (handled < limit) {
            var mayRing = dialer.free(CallPurpose.CHECK) > 0;
            var step = transaction.execute(_ -> next(mayRing));
            if (step == null || step.isEmpty()) {
                break;
            }
            handled++;
            if (!ring(step.get())) {
                break;
            }
        }
        return handled;
    }

    private int giveUpOverdueCalls(int limit) {
        var overdue = attempts.open().overdue(limit);
        for (var call : overdue) {
            log.warn("No end of {} was seen by its deadline", call);
            dialer.hangUp(call);
            end(call, CallOutcome.LOST);
        }
        return overdue.size();
    }

    private Optional<Step> next(boolean mayRing) {
        var due = mayRing ? queue.claimDue() : queue.claimClosed();
        return due.map(check -> {
            if (check.windowClosed()) {
                checks.windowClosed(check);
                return Step.WITHOUT_CALL;
            }
            return intend(check);
        });
    }

    private Step intend(Check check) {
        var person = roster.person(check.personId()).orElseThrow();
        var number = checks.nextNumber(check, person.numbers());
        if (number.isEmpty()) {
            checks.noNumberLeft(check);
            return Step.WITHOUT_CALL;
        }
        var call = CallId.next(CallPurpose.CHECK);
        var ring = plans.effective(person.id()).ring();
        var deadline = ring.plus(settings.talkLimit()).plus(GRACE);
        attempts.intend(call, check.id(), person.id(), number.get(), deadline);
        callLog.began(call, person.id(), null, number.get().e164());
        checks.calling(check, deadline);
        return new Step(new OutboundCall(call, new Destination.Outside(number.get()), ring));
    }

    /** Whether the line still takes calls. */
    private boolean ring(Step step) {
        var call = step.call();
        if (call == null) {
            return true;
        }
        return switch (dialer.dial(call)) {
            case Placement.Accepted _ -> {
                log.info("Check rings: {}", call.id());
                yield true;
            }
            case Placement.Refused(var reason) -> {
                log.info("Check could not ring ({}): {}", reason, call.id());
                notPlaced(call.id(), reason);
                yield false;
            }
        };
    }

    private void notPlaced(CallId call, Placement.Reason reason) {
        callLog.ended(new CallEnded(call, CallOutcome.LINE_FAULT, 0, 0, clock.instant()));
        callEnd.notPlaced(call, reason);
    }

    private void end(CallId call, CallOutcome outcome) {
        var end = new CallEnded(call, outcome, 0, 0, clock.instant());
        callLog.ended(end);
        callEnd.ended(end);
    }
}
