package cn.anxin.hotline.rooms;

import cn.anxin.hotline.call.CallEnded;
import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.call.CallWatcher;
import cn.anxin.hotline.call.Destination;
import cn.anxin.hotline.call.Dialer;
import cn.anxin.hotline.call.LiveCalls;
import cn.anxin.hotline.call.OutboundCall;
import cn.anxin.hotline.call.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/** Stands for the telephone network: writes down who is rung, and ends calls as the test says. */
class PaperTelephone implements Dialer {
    private final ObjectProvider<CallWatcher> watchers;
    private final Queue<OutboundCall> ringing = new ArrayDeque<>();
    private final List<CallId> hungUp = new ArrayList<>();
    private Placement answer = new Placement.Accepted();
    private int free = 100;

    PaperTelephone(ObjectProvider<CallWatcher> watchers) {
        this.watchers = watchers;
    }

    @Override
    public synchronized Placement dial(OutboundCall call) {
        var placement = needsTrunk(call) ? answer : new Placement.Accepted();
        if (placement instanceof Placement.Accepted) {
            ringing.add(call);
        }
        return placement;
    }

    @Override
    public synchronized void hangUp(CallId call) {
        hungUp.add(call);
    }

    @Override
    public synchronized int free(CallPurpose purpose) {
        return free;
    }

    @Override
    public Optional<Duration> freeIn(CallPurpose purpose) {
        return Optional.empty();
    }

    private static boolean needsTrunk(OutboundCall call) {
        return call.destination() instanceof Destination.Outside;
    }

    /** From now on for every number; the phones of the desk need no trunk. */
    synchronized void refuse(Placement.Reason reason) {
        answer = new Placement.Refused(reason);
    }

    synchronized void accept() {
        answer = new Placement.Accepted();
    }

    synchronized void free(int channels) {
        free = channels;
    }

    synchronized boolean silent() {
        return ringing.isEmpty();
    }

    synchronized int ringingNow() {
        return ringing.size();
    }

    synchronized List<CallId> hungUp() {
        return List.copyOf(hungUp);
    }

    synchronized CallId ringsWhoever() {
        return ringing.remove().id();
    }

    /** The next phone that rings must be this one. */
    synchronized CallId rings(String phone) {
        var call = ringing.poll();
        if (call == null) {
            throw new AssertionError("no phone rings, expected " + phone);
        }
        var rung =
                switch (call.destination()) {
                    case Destination.Outside(var number) -> number.e164();
                    case Destination.DeskPhone(var account) -> account;
                };
        if (!rung.equals(phone)) {
            throw new AssertionError(rung + " rings, expected " + phone);
        }
        return call.id();
    }

    void end(CallId call, CallOutcome outcome) {
        end(call, outcome, 0);
    }

    void end(CallId call, CallOutcome outcome, int q850Cause) {
        var end = new CallEnded(call, outcome, q850Cause, 0, Instant.now());
        watchers.orderedStream().forEach(watcher -> watcher.ended(end));
    }

    void onlyTheseLive(Instant asOf, CallId... calls) {
        var live = new LiveCalls(Set.of(calls), asOf);
        watchers.orderedStream().forEach(watcher -> watcher.resynchronised(live));
    }
}
