package cn.anxin.hotline.call;

import java.time.Duration;
import java.util.Optional;

/**
 * Places calls. Implemented by the room that knows Asterisk.
 *
 * <p>Never blocks for longer than two seconds and may be called from any thread, but never inside a
 * database transaction. How a call ends is told to every {@link CallWatcher}.
 */
public interface Dialer {

    /**
     * Submits the call. {@link Placement.Accepted} promises that a {@link CallEnded} with the same
     * id follows, or, when Asterisk or the link to it dies, that the id is missing from the next
     * {@link LiveCalls}. {@link Placement.Refused} promises that nothing rang and nothing will.
     */
    Placement dial(OutboundCall call);

    /** Ends a call that we placed, ringing or answered. A call that is gone already is no error. */
    void hangUp(CallId call);

    /**
     * How many calls of this purpose could be placed now. Advice only: {@link #dial} may still
     * refuse. Never counts the channels reserved for those who go before this purpose.
     */
    int free(CallPurpose purpose);

    /**
     * How long until a call of this purpose may be placed, where only the calls a second stand
     * against it. Empty if one may be placed now, or if a channel has to end first: that is told to
     * every {@link CallWatcher}.
     */
    Optional<Duration> freeIn(CallPurpose purpose);
}
