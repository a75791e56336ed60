package cn.anxin.hotline.call;

import java.time.Instant;

/**
 * The end of a call, with its evidence.
 *
 * @param q850Cause ITU-T Q.850 cause value, 0 if none was given
 * @param sipStatus SIP response code of the far end, 0 if none was given
 */
public record CallEnded(
        CallId call, CallOutcome outcome, int q850Cause, int sipStatus, Instant at) {}
