package cn.anxin.hotline.notice;

import cn.anxin.hotline.notice.channel.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what attempts came to, a few at a time: calls need the database more. */
@Component
class Results {
    private static final Logger log = LoggerFactory.getLogger(Results.class);

    /** Of the pool's twenty connections. */
    private static final int AT_ONCE = 2;

    private final Fates fates;
    private final ChannelHealth health;
    private final RetryPauses pauses;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Results(
            Fates fates,
            ChannelHealth health,
            RetryPauses pauses,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.fates = fates;
        this.health = health;
        this.pauses = pauses;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** What cannot be written is taken up again when the claim ends, and may be sent twice. */
    void write(String channel, Outbox.Claimed claimed, Outcome outcome) {
        places.acquireUninterruptibly();
        try {
            Boolean changed =
                    transaction.execute(_ ->
                            switch (outcome) {
                                case Outcome.Taken taken -> taken(channel, claimed, taken);
                                case Outcome.NotNow later -> later(channel, claimed, later);
                                case Outcome.Never never -> never(channel, claimed, never);
                            });
            if (Boolean.TRUE.equals(changed)) {
                meters.counter("hotline.notice.fates", "channel", channel, "fate", fate(outcome))
                        .increment();
            }
        } catch (DataAccessException | TransactionException e) {
            log.error("What became of notice {} could not be written", claimed.id(), e);
        } finally {
            places.release();
        }
    }

    private boolean taken(String channel, Outbox.Claimed claimed, Outcome.Taken taken) {
        var changed = fates.sent(claimed.id(), taken.receipt());
        health.worked(channel);
        return changed;
    }

    private boolean later(String channel, Outbox.Claimed claimed, Outcome.NotNow later) {
        var rest = later.rest();
        var pause = pauses.after(claimed.attempt(), rest);
        var changed = fates.again(claimed.id(), claimed.attempt(), later.fault(), pause);
        health.failed(channel, later.fault());
        if (rest != null) {
            health.rest(channel, pauses.asked(rest));
        }
        return changed;
    }

    private boolean never(String channel, Outbox.Claimed claimed, Outcome.Never never) {
        var changed = fates.failed(claimed.id(), claimed.attempt(), never.fault());
        health.failed(channel, never.fault());
        return changed;
    }

    private static String fate(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken _ -> "sent";
            case Outcome.NotNow _ -> "retried";
            case Outcome.Never _ -> "failed";
        };
    }
}
