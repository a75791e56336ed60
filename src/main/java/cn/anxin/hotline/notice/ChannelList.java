package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.Channel;
import cn.anxin.hotline.notice.channel.ChannelTerms;
import cn.anxin.hotline.notice.channel.Channels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels that are set up, and how each fares. Reads only; any thread. */
@Component
public class ChannelList {
    private final JdbcClient jdbc;
    private final List<ChannelTerms> terms;

    ChannelList(JdbcClient jdbc, Channels channels) {
        this.jdbc = jdbc;
        this.terms = channels.all().stream().map(Channel::terms).toList();
    }

    public enum State {
        WORKING,
        /** The other side asked to be left in peace for a while. */
        RESTING,
        FAILING
    }

    /**
     * @param kind SMS, WECOM, DINGTALK, MAIL or WEBHOOK
     * @param failures in a row
     * @param successes in a row since it fails
     * @param fault of the last failure; null while none was seen
     * @param oldestWaiting since when the oldest message waits; null: none does
     */
    public record ListedChannel(
            String name,
            String kind,
            State state,
            int failures,
            int successes,
            @Nullable Fault fault,
            @Nullable Instant lastFailureAt,
            @Nullable Instant failingSince,
            @Nullable Instant restsUntil,
            @Nullable Instant oldestWaiting,
            Instant asOf) {

        Duration oldestAge() {
            return oldestWaiting == null ? Duration.ZERO : Duration.between(oldestWaiting, asOf);
        }
    }

    /** In the order of the settings. */
    public List<ListedChannel> channels() {
        if (terms.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select channel.name, channel.place, failures, successes, fault,
                            last_failure_at, failing_since,
                            case when rests_until > now() then rests_until end as rests_until,
                            (select min(posted_at) from notice
                                where notice.channel = channel.name
                                    and next_action_at is not null) as oldest_waiting,
                            now() as as_of
                        from unnest(cast(:names as text[])) with ordinality as channel (name, place)
                        left join notice_channel on notice_channel.name = channel.name
                        order by channel.place
                        """)
                .param("names", terms.stream().map(ChannelTerms::name).toArray(String[]::new))
                .query((row, place) -> listed(row, terms.get(place)))
                .list();
    }

    private static ListedChannel listed(ResultSet row, ChannelTerms terms) throws SQLException {
        var failingSince = instant(row, "failing_since");
        var restsUntil = instant(row, "rests_until");
        var fault = row.getString("fault");
        var asOf = row.getObject("as_of", OffsetDateTime.class).toInstant();
        return new ListedChannel(
                terms.name(),
                terms.kind().name(),
                failingSince != null
                        ? State.FAILING
                        : restsUntil != null ? State.RESTING : State.WORKING,
                row.getInt("failures"),
                row.getInt("successes"),
                fault == null ? null : Fault.valueOf(fault),
                instant(row, "last_failure_at"),
                failingSince,
                restsUntil,
                instant(row, "oldest_waiting"),
                asOf);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
