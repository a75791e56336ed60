package cn.anxin.hotline.notice;

import cn.anxin.hotline.duework.DueWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends what nobody needs any more, and removes what ended long ago. */
@Component
class Expiry implements DueWork {
    private final JdbcClient jdbc;
    private final Fates fates;
    private final NoticeSettings settings;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Expiry(
            JdbcClient jdbc,
            Fates fates,
            NoticeSettings settings,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.fates = fates;
        this.settings = settings;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "notice-expiry";
    }

    private record Stale(long id, String channel) {}

    @Override
    public int sweep(int limit) {
        var stale = Objects.requireNonNull(transaction.execute(_ -> expire(limit)));
        stale.forEach(notice ->
                meters.counter("hotline.notice.fates", "channel", notice.channel(), "fate", "stale")
                        .increment());
        return stale.size() + removeOld(limit - stale.size());
    }

    /** One that is under way is left to its attempt, as long as that is heard of. */
    private List<Stale> expire(int limit) {
        return jdbc
                .sql(
                        """
                        select id, channel from notice
                        where next_action_at is not null and stale_at <= now()
                            and (state = 'PENDING' or next_action_at <= now())
                        order by stale_at
                        limit :limit
                        for update skip locked
                        """)
                .param("limit", limit)
                .query(Stale.class)
                .list()
                .stream()
                .filter(notice -> fates.stale(notice.id()))
                .toList();
    }

    private int removeOld(int limit) {
        return jdbc.sql(
                        """
                        delete from notice where id in (
                            select id from notice
                            where ended_at < now() - make_interval(secs => :kept)
                            order by ended_at
                            limit :limit
                            for update skip locked)
                        """)
                .param("kept", settings.kept().toSeconds())
                .param("limit", limit)
                .update();
    }
}
