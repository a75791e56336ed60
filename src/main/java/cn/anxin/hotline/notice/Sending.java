package cn.anxin.hotline.notice;

import cn.anxin.hotline.duework.DueWork;
import cn.anxin.hotline.duework.Nudges;
import cn.anxin.hotline.notice.channel.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes due notices out of the outbox and sends them, each channel in a {@link Lane} of its own.
 */
@Component
class Sending implements DueWork, DisposableBean {
    static final String NAME = "notices";

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    /** Beyond the patience of an attempt, for its result to be written. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final List<Lane> lanes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Sending(
            Channels channels,
            Outbox outbox,
            Results results,
            Nudges nudges,
            TransactionTemplate transaction,
            Clock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.lanes =
                channels.all().stream()
                        .map(channel ->
                                new Lane(channel, outbox, results, clock, () -> nudges.nudge(NAME)))
                        .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int sweep(int limit) {
        var begun = 0;
        for (var lane : lanes) {
            begun += lane.begin(limit - begun, most -> claim(lane, most));
        }
        return begun;
    }

    private List<Outbox.Claimed> claim(Lane lane, int most) {
        var lease = lane.patience().plus(GRACE);
        return Objects.requireNonNull(
                transaction.execute(_ -> outbox.claim(lane.name(), most, lease)));
    }

    /** What is under way may end; what does not is taken up again after its lease. */
    @Override
    public void destroy() throws InterruptedException {
        if (!idleWithin(STOPPING)) {
            log.warn("Stopped with messages under way; they are tried again");
        }
    }

    /** Whether all that was begun has ended; waits so long for each channel. */
    boolean idleWithin(Duration patience) throws InterruptedException {
        var idle = true;
        for (var lane : lanes) {
            idle &= lane.idleWithin(patience);
        }
        return idle;
    }
}
