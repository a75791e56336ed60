package cn.anxin.hotline.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock and ours, which may stand on two machines: deadlines are told by the one,
 * days and shifts by the other.
 */
@Component
class TwoClocks implements Invariants {
    /** Invariant 20. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private final Supplier<Instant> database;
    private final Clock ours;

    TwoClocks(JdbcClient jdbc, Clock ours) {
        this.database =
                () ->
                        jdbc.sql("select clock_timestamp()")
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant();
        this.ours = ours;
    }

    @Override
    public String room() {
        return "watch";
    }

    /**
     * A slow answer is not a wrong clock: theirs must lie outside of our asking and our hearing.
     */
    @Override
    public Map<String, Long> breaches() {
        var asked = ours.instant();
        var theirs = database.get();
        var heard = ours.instant();
        var apart = theirs.isBefore(asked.minus(MOST)) || theirs.isAfter(heard.plus(MOST));
        return Map.of("CLOCKS_AGREE", apart ? 1L : 0L);
    }
}
