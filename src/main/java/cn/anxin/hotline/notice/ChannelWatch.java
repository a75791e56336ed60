package cn.anxin.hotline.notice;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.notice.ChannelList.ListedChannel;
import cn.anxin.hotline.notice.channel.Channels;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the channels every sweep: tells once when one begins to fail and once when it works
 * again. Up in the health report in any case: calls go on, and nobody is helped by a restart.
 */
@Component("noticeChannels")
class ChannelWatch implements DueWork, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(ChannelWatch.class);

    private final ChannelList list;
    private final JdbcClient jdbc;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private volatile Map<String, ListedChannel> seen = Map.of();

    ChannelWatch(
            ChannelList list,
            Channels channels,
            JdbcClient jdbc,
            NoticeSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            MeterRegistry meters) {
        this.list = list;
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = transaction;
        this.news = news;
        for (var channel : channels.all()) {
            var name = channel.terms().name();
            Gauge.builder("hotline.notice.oldest.waiting", () -> oldestSeconds(name))
                    .tag("channel", name)
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder("hotline.notice.failing", () -> isFailing(name) ? 1 : 0)
                    .tag("channel", name)
                    .register(meters);
        }
    }

    @Override
    public String name() {
        return "notice-channels";
    }

    @Override
    public int sweep(int limit) {
        var channels = list.channels();
        remember(channels);
        RuntimeException refused = null;
        for (var channel : channels) {
            try {
                look(channel);
            } catch (RuntimeException e) {
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return 0;
    }

    /** A listener that cannot take the news of one channel must not hold up that of another. */
    private void look(ListedChannel channel) {
        if (channel.failingSince() == null && fails(channel)) {
            transaction.executeWithoutResult(_ -> raise(channel));
        } else if (channel.failingSince() != null && worksAgain(channel)) {
            transaction.executeWithoutResult(_ -> recover(channel));
        }
    }

    private void remember(List<ListedChannel> channels) {
        var byName = new LinkedHashMap<String, ListedChannel>();
        channels.forEach(channel -> byName.put(channel.name(), channel));
        seen = byName;
    }

    private boolean fails(ListedChannel channel) {
        return channel.failures() >= settings.failuresInARow()
                || channel.oldestAge().compareTo(settings.longestWait()) >= 0;
    }

    /** Harder to reach than not failing, so that a channel on the edge is told of once. */
    private boolean worksAgain(ListedChannel channel) {
        return channel.successes() > 0
                && (channel.successes() >= settings.successesInARow() || calm(channel))
                && channel.oldestAge().compareTo(settings.longestWait().dividedBy(2)) < 0;
    }

    private boolean calm(ListedChannel channel) {
        var failure = channel.lastFailureAt();
        return failure == null
                || Duration.between(failure, channel.asOf()).compareTo(settings.calm()) >= 0;
    }

    private void raise(ListedChannel channel) {
        var first =
                jdbc.sql(
                                """
                                insert into notice_channel as known (name, failing_since)
                                values (:name, clock_timestamp())
                                on conflict (name) do update
                                set failing_since = excluded.failing_since, successes = 0
                                where known.failing_since is null
                                """)
                        .param("name", channel.name())
                        .update();
        if (first == 1) {
            log.error(
                    "Channel {} is failing: {} failures in a row ({}), oldest message waits {}",
                    channel.name(),
                    channel.failures(),
                    channel.fault(),
                    channel.oldestAge());
            news.publishEvent(
                    new ChannelFailing(
                            channel.name(),
                            channel.failures(),
                            channel.fault(),
                            channel.oldestAge()));
        }
    }

    private void recover(ListedChannel channel) {
        jdbc.sql(
                        """
                        update notice_channel as channel
                        set failing_since = null, successes = 0, failures = 0, fault = null
                        from notice_channel as before
                        where channel.name = :name and before.name = :name
                            and channel.failing_since is not null
                        returning extract(epoch from clock_timestamp() - before.failing_since)
                        """)
                .param("name", channel.name())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
                .ifPresent(lasted -> {
                    log.info("Channel {} works again, after {}", channel.name(), lasted);
                    news.publishEvent(new ChannelRecovered(channel.name(), lasted));
                });
    }

    private double oldestSeconds(String channel) {
        var last = seen.get(channel);
        return last == null ? 0 : last.oldestAge().toSeconds();
    }

    private boolean isFailing(String channel) {
        var last = seen.get(channel);
        return last != null && last.state() == ChannelList.State.FAILING;
    }

    @Override
    public Health health() {
        var health = Health.up();
        seen.forEach((name, channel) ->
                health.withDetail(
                        name,
                        Map.of(
                                "state", channel.state(),
                                "failures", channel.failures(),
                                "oldestWaitingSeconds", channel.oldestAge().toSeconds())));
        return health.build();
    }
}
