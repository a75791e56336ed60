package cn.anxin.hotline.call;

import java.time.Duration;

/**
 * A call to be placed. Its {@code id} is committed before it is dialled, so that it can be found
 * again after a crash.
 *
 * @param ring how long it may ring unanswered
 */
public record OutboundCall(CallId id, Destination destination, Duration ring) {}
