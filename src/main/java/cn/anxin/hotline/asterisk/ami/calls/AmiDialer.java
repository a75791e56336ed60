package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.asterisk.ami.connection.AmiConnection;
import cn.anxin.hotline.asterisk.ami.connection.Reply;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.call.NumberPlan;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places calls over the login that acts. */
final class AmiDialer implements Dialer {
    private static final Logger LOG = LoggerFactory.getLogger(AmiDialer.class);
    private static final int NORMAL_CLEARING = 16;

    private final AmiConnection actions;
    private final PlacedCalls placed;
    private final TrunkChannels trunk;
    private final CallRate rate;
    private final HotlineSettings hotline;
    private final NumberPlan plan;
    private final Clock clock;
    private final Duration patience;
    private final CallCounters counters;

    AmiDialer(
            AmiConnection actions,
            PlacedCalls placed,
            TrunkChannels trunk,
            CallRate rate,
            HotlineSettings hotline,
            NumberPlan plan,
            Clock clock,
            Duration patience,
            CallCounters counters) {
        this.actions = actions;
        this.placed = placed;
        this.trunk = trunk;
        this.rate = rate;
        this.hotline = hotline;
        this.plan = plan;
        this.clock = clock;
        this.patience = patience;
        this.counters = counters;
    }

    @Override
    public Placement dial(OutboundCall call) {
        var placement = place(call);
        counters.placed(call.id().purpose(), placement);
        return placement;
    }

    private Placement place(OutboundCall call) {
        if (!actions.connected()) {
            return new Placement.Refused(Placement.Reason.LINE_DOWN);
        }
        var submission = UUID.randomUUID().toString();
        if (!placed.begin(call, submission, clock.instant())) {
            return new Placement.Accepted();
        }
        var placement = admit(call);
        if (placement instanceof Placement.Accepted) {
            placement = submit(call, submission);
        }
        if (placement instanceof Placement.Refused) {
            placed.end(call.id());
        }
        return placement;
    }

    /** A desk phone takes none of the carrier's channels. */
    private Placement admit(OutboundCall call) {
        if (call.destination() instanceof Destination.DeskPhone) {
            return new Placement.Accepted();
        }
        if (!trunk.promise(call.id(), clock.instant())) {
            return new Placement.Refused(Placement.Reason.NO_FREE_CHANNEL);
        }
        if (!rate.take(call.id().purpose())) {
            trunk.closed(call.id().value());
            return new Placement.Refused(Placement.Reason.TOO_MANY_A_SECOND);
        }
        return new Placement.Accepted();
    }

    private Placement submit(OutboundCall call, String submission) {
        var reply =
                actions.send(originate(call, submission))
                        .completeOnTimeout(
                                new Reply.Unknown(), patience.toNanos(), TimeUnit.NANOSECONDS)
                        .join();
        return switch (reply) {
            // Unknown: it may ring. If it does not, the next look at the channels tells.
            case Reply.Done _ -> new Placement.Accepted();
            case Reply.Unknown _ -> new Placement.Accepted();
            case Reply.NotSent _ -> takeBack(call);
            case Reply.Denied denied -> {
                LOG.error("Asterisk refuses to place calls: {}", denied.reason());
                yield takeBack(call);
            }
        };
    }

    private Placement takeBack(OutboundCall call) {
        trunk.closed(call.id().value());
        return new Placement.Refused(Placement.Reason.LINE_DOWN);
    }

    private OriginateAction originate(OutboundCall call, String submission) {
        var action = new OriginateAction();
        action.setActionId(submission);
        action.setAsync(true);
        action.setChannel(channel(call.destination()));
        action.setChannelId(call.id().value());
        action.setContext("svc-out");
        action.setExten("s");
        action.setPriority(1);
        action.setTimeout(call.ring().toMillis());
        action.setCallerId(hotline.number());
        return action;
    }

    private String channel(Destination destination) {
        return switch (destination) {
            case Destination.Outside outside ->
                    "PJSIP/" + outside.number().dialled(plan) + "@trunk";
            case Destination.DeskPhone phone -> "PJSIP/" + phone.account();
        };
    }

    /**
     * Asterisk finds a channel by its id as well as by its name. One that does not exist yet is
     * hung up when it opens.
     */
    @Override
    public void hangUp(CallId call) {
        placed.cancel(call);
        actions.send(new HangupAction(call.value(), NORMAL_CLEARING));
    }

    @Override
    public int free(CallPurpose purpose) {
        return actions.connected() ? Math.min(trunk.free(purpose), rate.free(purpose)) : 0;
    }

    @Override
    public Optional<Duration> freeIn(CallPurpose purpose) {
        return actions.connected() && trunk.free(purpose) > 0
                ? rate.freeIn(purpose)
                : Optional.empty();
    }
}
