package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import cn.anxin.hotline.escalation.course.Happening;
import cn.anxin.hotline.escalation.phone.Briefing;
import cn.anxin.hotline.journal.CallLog;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dials what is committed. A call that could not be placed is taken back, and meant again. */
@Component
class CallPlacing {
    private static final Logger log = LoggerFactory.getLogger(CallPlacing.class);

    private final Dialer dialer;
    private final Briefing briefing;
    private final IncidentRows rows;
    private final IncidentProgress progress;
    private final EscalationCalls calls;
    private final EscalationCallEnd callEnd;
    private final CallLog callLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallPlacing(
            Dialer dialer,
            Briefing briefing,
            IncidentRows rows,
            IncidentProgress progress,
            EscalationCalls calls,
            EscalationCallEnd callEnd,
            CallLog callLog,
            TransactionTemplate transaction,
            Clock clock) {
        this.dialer = dialer;
        this.briefing = briefing;
        this.rows = rows;
        this.progress = progress;
        this.calls = calls;
        this.callEnd = callEnd;
        this.callLog = callLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Not inside a transaction. One that fails is missed by Asterisk's next word of what lives. */
    void dialAll(List<Placing> placings) {
        for (var placing : placings) {
            try {
                dial(placing);
            } catch (RuntimeException e) {
                log.error("{} could not be dialled", placing.call(), e);
            }
        }
    }

    /**
     * Not inside a transaction. A process that was frozen since it meant the call finds it given
     * up: others have long gone on.
     */
    void dial(Placing placing) {
        if (!calls.isOpen(placing.call())) {
            log.warn("{} was given up before it could be dialled", placing.call());
            return;
        }
        briefing.prepare(placing.incidents(), placing.contact().role());
        var call =
                new OutboundCall(placing.call(), placing.contact().destination(), placing.ring());
        switch (dialer.dial(call)) {
            case Placement.Accepted _ ->
                    log.info("Incidents {} ring: {}", placing.incidents(), placing.call());
            case Placement.Refused(var reason) -> {
                log.warn("Incidents {} could not ring: {}", placing.incidents(), reason);
                refused(placing, reason);
            }
        }
    }

    /**
     * A full trunk leaves the desk's own phones; in all other cases a second's wait is worth it.
     */
    private void refused(Placing placing, Placement.Reason reason) {
        switch (reason) {
            case NO_FREE_CHANNEL -> {
                var end = ended(placing, CallOutcome.CONGESTION);
                callLog.ended(end);
                callEnd.ended(end);
            }
            case TOO_MANY_A_SECOND, LINE_DOWN -> {
                callLog.ended(ended(placing, CallOutcome.LINE_FAULT));
                calls.of(placing.call()).forEach(this::takeBack);
            }
        }
    }

    private CallEnded ended(Placing placing, CallOutcome outcome) {
        return new CallEnded(placing.call(), outcome, 0, 0, clock.instant());
    }

    private void takeBack(EscalationCalls.Row row) {
        transaction.executeWithoutResult(_ -> {
            var incident = rows.lock(row.incidentId()).orElseThrow();
            progress.happened(incident, new Happening.NotPlaced(row.call(), row.step()), null);
            calls.takeBack(row.call(), row.incidentId());
        });
    }
}
