package cn.anxin.hotline.notice;

import java.time.Duration;

/**
 * A channel of which {@link ChannelFailing} was told works again. Published in the transaction that
 * records it.
 *
 * @param lasted since {@link ChannelFailing}
 */
public record ChannelRecovered(String channel, Duration lasted) {}
