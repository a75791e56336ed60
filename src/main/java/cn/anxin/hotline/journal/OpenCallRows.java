package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The calls that have not ended, in a room's own table of the calls it placed. The table has {@code
 * call_id}, {@code placed_at}, {@code deadline_at} and {@code ended_at}, and an index on {@code
 * deadline_at} where {@code ended_at} is null. Any thread; joins the caller's transaction.
 */
public class OpenCallRows {
    private final JdbcClient jdbc;
    private final String table;

    /**
     * @param table its name, a constant of the room's
     */
    public OpenCallRows(JdbcClient jdbc, String table) {
        if (!table.matches("[a-z_]{1,60}")) {
            throw new IllegalArgumentException("not the name of a table");
        }
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Those whose end should have been seen by now, the longest overdue first. */
    public List<CallId> overdue(int limit) {
        return jdbc.sql(
                        """
                        select call_id from %s
                        where ended_at is null and deadline_at <= (select clock_timestamp())
                        order by deadline_at limit :limit
                        """
                                .formatted(table))
                .param("limit", limit)
                .query((row, _) -> new CallId(row.getString(1)))
                .list();
    }

    public List<CallId> placedBefore(Instant instant) {
        return jdbc.sql(
                        "select call_id from %s where ended_at is null and placed_at < :instant"
                                .formatted(table))
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new CallId(row.getString(1)))
                .list();
    }

    /** The call goes on, with the duty desk: it may last this much longer from now. */
    public void keepOpen(CallId call, Duration longest) {
        jdbc.sql(
                        """
                        update %s
                        set deadline_at = clock_timestamp() + make_interval(secs => :longest)
                        where call_id = :call and ended_at is null
                        """
                                .formatted(table))
                .param("longest", longest.toSeconds())
                .param("call", call.value())
                .update();
    }
}
