package cn.anxin.hotline.notice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A channel gets nothing out, or not in time. Published once an outage, in the transaction that
 * records it, by one of the processes; an exception of a listener takes it back, and it is
 * published again a sweep later.
 *
 * @param failures in a row, until now
 * @param fault of the last attempt; null if none failed, and messages merely pile up
 * @param oldestWaiting for how long the oldest message has waited
 */
public record ChannelFailing(
        String channel, int failures, @Nullable Fault fault, Duration oldestWaiting) {}
