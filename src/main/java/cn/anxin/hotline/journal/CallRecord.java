package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as screens may show it.
 *
 * @param party a masked number, or the name of a duty phone; null for a caller who withheld it
 * @param endedAt null, like the outcome, while the call lasts
 * @param q850Cause ITU-T Q.850 cause value, null if none was given
 * @param sipStatus SIP response code of the far end, null if none was given
 */
public record CallRecord(
        CallId call,
        CallPurpose purpose,
        @Nullable Long personId,
        @Nullable Long volunteerId,
        @Nullable String party,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable CallOutcome outcome,
        @Nullable Integer q850Cause,
        @Nullable Integer sipStatus) {

    public Position position() {
        return new Position(startedAt, call);
    }

    /** Where a page ends. */
    public record Position(Instant startedAt, CallId call) {}
}
