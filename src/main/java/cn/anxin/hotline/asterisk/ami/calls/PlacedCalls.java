package cn.anxin.hotline.asterisk.ami.calls;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.OutboundCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls this process placed and whose end it has not seen. Nothing owed depends on it: what a
 * dead process knew is told by the next {@code LiveCalls}. Safe for any thread.
 */
final class PlacedCalls {
    private final Map<CallId, PlacedCall> calls = new ConcurrentHashMap<>();

    /** False if this call is on its way already. */
    boolean begin(OutboundCall call, String actionId, Instant at) {
        return calls.putIfAbsent(call.id(), new PlacedCall(call, actionId, at)) == null;
    }

    /** Takes it off the list: it is over, or was never placed. */
    Optional<PlacedCall> end(CallId call) {
        return Optional.ofNullable(calls.remove(call));
    }

    Optional<PlacedCall> reached(String channel, PlacedCall.Progress progress) {
        return ChannelIds.read(channel)
                .map(id -> calls.computeIfPresent(id, (same, call) -> call.reached(progress)));
    }

    void cancel(CallId call) {
        calls.computeIfPresent(call, (same, placed) -> placed.cancel());
    }

    /**
     * By the submission, not by the call: a call submitted twice (by a process that died in
     * between) fails the second time, while the first one lives.
     */
    Optional<PlacedCall> failed(String actionId, Instant at) {
        return calls.values().stream()
                .filter(call -> call.actionId().equals(actionId))
                .findFirst()
                .map(failed ->
                        calls.computeIfPresent(failed.id(), (same, call) -> call.failed(at)));
    }

    List<PlacedCall> all() {
        return List.copyOf(calls.values());
    }
}
