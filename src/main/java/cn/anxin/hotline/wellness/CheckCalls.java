package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.journal.CallLog;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import cn.anxin.hotline.wellness.line.Parts;
import cn.anxin.hotline.wellness.line.Paused;
import cn.anxin.hotline.wellness.line.PausedParts;
import cn.anxin.hotline.wellness.line.Samples;
import cn.anxin.hotline.wellness.plan.PersonPlans;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings those whose check is due, as many as there are channels for the round; hands over to the
 * ladder those whose window closed. Attempts are committed, as many as lines are free, and then
 * dialled, all at the same time.
 */
@Component
class CheckCalls implements DueWork {
    static final String NAME = "checks";

    private static final Logger log = LoggerFactory.getLogger(CheckCalls.class);

    /** Beyond ring and talk, an attempt has a minute to be seen ending (invariant 10). */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Bounds how long a free line waits for the commit of others: some 3 ms each. */
    private static final int AT_ONCE = 25;

    /** Twice as many as are claimed; more are entered by {@link QueueEntry}. */
    private static final int ENTERING_WITH_A_CLAIM = 2 * AT_ONCE;

    private static final Duration LONG = Duration.ofHours(1);

    private final CheckQueue queue;
    private final Checks checks;
    private final Attempts attempts;
    private final CheckCallEnd callEnd;
    private final Roster roster;
    private final PersonPlans plans;
    private final PausedParts pausedParts;
    private final Parts parts;
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
            PausedParts pausedParts,
            Parts parts,
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
        this.pausedParts = pausedParts;
        this.parts = parts;
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

    @Override
    public Duration rest() {
        return dialer.freeIn(CallPurpose.CHECK).orElse(LONG);
    }

    @Override
    public int sweep(int limit) {
        var handled = giveUpOverdueCalls(limit);
        while (handled < limit) {
            var atMost = Math.min(limit - handled, AT_ONCE);
            var free = dialer.free(CallPurpose.CHECK);
            var batch = transaction.execute(_ -> claim(atMost, free));
            if (batch == null || batch.handled() == 0) {
                break;
            }
            handled += batch.handled();
            if (!ring(batch.calls())) {
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

    /**
     * Due checks that were dealt with.
     *
     * @param calls those to be placed, all of them committed
     */
    private record Batch(int handled, List<OutboundCall> calls) {}

    private Batch claim(int atMost, int free) {
        var paused = pausedParts.now();
        var intended = new ArrayList<Intended>();
        var handled = 0;
        if (free > 0 && !paused.everything()) {
            queue.enter(ENTERING_WITH_A_CLAIM);
        }
        while (handled < atMost) {
            var due = next(paused, intended.size() < free);
            if (due.isEmpty()) {
                break;
            }
            deal(due.get(), paused).ifPresent(intended::add);
            handled++;
        }
        pausedParts.expect(intended.stream().map(Intended::sample).toList());
        return new Batch(handled, intended.stream().map(Intended::call).toList());
    }

    private Optional<Check> next(Paused paused, boolean mayRing) {
        if (!mayRing) {
            return queue.claimClosed();
        }
        if (paused.nothing()) {
            return queue.claimDue();
        }
        return queue.claimProbe().or(paused.everything() ? queue::claimClosed : queue::claimDue);
    }

    private record Intended(OutboundCall call, Samples.Planned sample) {}

    private Optional<Intended> deal(Check check, Paused paused) {
        if (check.windowClosed()) {
            checks.windowClosed(check);
            return Optional.empty();
        }
        var person = roster.person(check.personId()).orElseThrow();
        var number = checks.nextNumber(check, person.numbers());
        if (number.isEmpty()) {
            checks.noNumberLeft(check);
            return Optional.empty();
        }
        var callParts = parts.of(person, number.get());
        var alarm = paused.alarmOn(callParts);
        var probeOf = paused.nothing() ? Optional.<Long>empty() : pausedParts.probeOf(check.id());
        if (alarm.isPresent() && probeOf.isEmpty()) {
            pausedParts.hold(check.id(), check.personId(), alarm.get());
            return Optional.empty();
        }
        var call = intend(check, person, number.get());
        return Optional.of(
                new Intended(
                        call,
                        new Samples.Planned(
                                call.id(),
                                check.id(),
                                person.id(),
                                callParts,
                                probeOf.orElse(null))));
    }

    private OutboundCall intend(Check check, Person person, PhoneNumber number) {
        var call = CallId.next(CallPurpose.CHECK);
        var ring = plans.effective(person.id()).ring();
        var deadline = ring.plus(settings.talkLimit()).plus(GRACE);
        attempts.intend(call, check.id(), person.id(), number, deadline);
        callLog.began(call, person.id(), null, number.e164());
        checks.calling(check, deadline);
        return new OutboundCall(call, new Destination.Outside(number), ring);
    }

    /**
     * All at the same time: each waits for Asterisk's word by itself.
     *
     * @return whether the line still takes calls
     */
    private boolean ring(List<OutboundCall> calls) {
        try (var dialling = Executors.newVirtualThreadPerTaskExecutor()) {
            var placed =
                    calls.stream()
                            .map(call -> CompletableFuture.supplyAsync(() -> ring(call), dialling))
                            .toList();
            return placed.stream().map(CompletableFuture::join).toList().stream()
                    .allMatch(Boolean::booleanValue);
        }
    }

    private boolean ring(OutboundCall call) {
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
