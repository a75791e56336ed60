package cn.anxin.hotline.journal;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.CallPurpose;
import cn.anxin.hotline.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the calls, the latest first. Any thread. */
@Component
public class CallHistory {
    private static final int LARGEST_PAGE = 500;
    private static final String COLUMNS =
            """
            select call_id, purpose, person_id, volunteer_id, party, duty_phone, started_at,
                   ended_at, outcome, q850_cause, sip_status
            from call_record
            """;
    private static final String ORDER = "order by started_at desc, call_id desc limit :limit";

    private final JdbcClient jdbc;
    private final Seal seal;

    public CallHistory(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * @param limit 1 to 500; more gives 500
     */
    public List<CallRecord> latest(int limit) {
        return jdbc.sql(COLUMNS + ORDER)
                .param("limit", page(limit))
                .query((row, number) -> record(row))
                .list();
    }

    /** The calls that began before, for the next page. */
    public List<CallRecord> before(CallRecord.Position position, int limit) {
        return jdbc.sql(COLUMNS + "where (started_at, call_id) < (:at, :call) " + ORDER)
                .param("at", position.startedAt().atOffset(ZoneOffset.UTC))
                .param("call", position.call().value())
                .param("limit", page(limit))
                .query((row, number) -> record(row))
                .list();
    }

    private static int page(int limit) {
        return Math.clamp(limit, 1, LARGEST_PAGE);
    }

    private CallRecord record(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new CallRecord(
                new CallId(row.getString("call_id")),
                CallPurpose.valueOf(row.getString("purpose")),
                row.getObject("person_id", Long.class),
                row.getObject("volunteer_id", Long.class),
                party(row),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                outcome == null ? null : CallOutcome.valueOf(outcome),
                row.getObject("q850_cause", Integer.class),
                row.getObject("sip_status", Integer.class));
    }

    private @Nullable String party(ResultSet row) throws SQLException {
        var sealed = row.getBytes("party");
        return sealed == null
                ? row.getString("duty_phone")
                : seal.openNumber(CallLog.PARTY, row.getString("call_id"), sealed).masked();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
