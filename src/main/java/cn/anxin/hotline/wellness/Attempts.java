package cn.anxin.hotline.wellness;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.PhoneNumber;
import cn.anxin.hotline.journal.OpenCallRows;
import cn.anxin.hotline.seal.HoldsSealed;
import cn.anxin.hotline.seal.Seal;
import cn.anxin.hotline.seal.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 拨打: the calls of the checks, each committed before it is dialled. */
@Repository
class Attempts implements HoldsSealed {
    private static final SealedColumn NUMBER = new SealedColumn("attempt", "call_id", "number");

    private final JdbcClient jdbc;
    private final Seal seal;
    private final OpenCallRows open;

    Attempts(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.open = new OpenCallRows(jdbc, "attempt");
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NUMBER);
    }

    OpenCallRows open() {
        return open;
    }

    record Attempt(CallId call, long checkId, long personId) {}

    /** Fails on a second live call to the same person: the database allows one. */
    void intend(CallId call, long checkId, long personId, PhoneNumber number, Duration deadline) {
        jdbc.sql(
                        """
                        insert into attempt (call_id, check_id, person_id, number, deadline_at)
                        values (:call, :check, :person, :number,
                            clock_timestamp() + make_interval(secs => :deadline))
                        """)
                .param("call", call.value())
                .param("check", checkId)
                .param("person", personId)
                .param("number", seal.sealNumber(NUMBER, call.value(), number))
                .param("deadline", deadline.toMillis() / 1000.0)
                .update();
    }

    Optional<Attempt> find(CallId call) {
        return jdbc.sql("select call_id, check_id, person_id from attempt where call_id = :call")
                .param("call", call.value())
                .query((row, _) -> new Attempt(call, row.getLong(2), row.getLong(3)))
                .optional();
    }

    boolean placedBefore(CallId call, Instant instant) {
        return jdbc.sql(
                        """
                        select exists (select from attempt
                            where call_id = :call and placed_at < :instant)
                        """)
                .param("call", call.value())
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * The one conditional update in which a key, the hangup and the deadline meet: the first word
     * stands. Only a key may still correct a call that was merely presumed lost.
     *
     * @return empty if the attempt had its result already
     */
    Optional<Attempt> conclude(CallId call, AttemptResult result) {
        return jdbc.sql(
                        """
                        update attempt set result = :result
                        where call_id = :call
                            and (result is null or (result = 'LOST' and :byKey))
                        returning check_id, person_id
                        """)
                .param("result", result.name())
                .param("byKey", result.byKey())
                .param("call", call.value())
                .query((row, _) -> new Attempt(call, row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** The call itself is over, whatever it came to. */
    void end(CallId call, int q850Cause, int sipStatus) {
        jdbc.sql(
                        """
                        update attempt
                        set ended_at = clock_timestamp(), q850_cause = nullif(:cause, 0),
                            sip_status = nullif(:status, 0)
                        where call_id = :call and ended_at is null and result is not null
                        """)
                .param("cause", q850Cause)
                .param("status", sipStatus)
                .param("call", call.value())
                .update();
    }

    /**
     * Where the network said in this check that a number does not exist. One that says so of
     * everybody is not believed.
     */
    NoSuchNumbers noSuchNumbers(long checkId) {
        return new NoSuchNumbers(
                jdbc.sql(
                                """
                                select call_id, number, placed_at from attempt
                                where check_id = :check and result = 'NO_SUCH_NUMBER'
                                    and not exists (select from line_sample
                                        where line_sample.call_id = attempt.call_id
                                            and alarm_id is not null)
                                """)
                        .param("check", checkId)
                        .query((row, _) -> said(row))
                        .list());
    }

    private NoSuchNumbers.Said said(ResultSet row) throws SQLException {
        var call = row.getString("call_id");
        return new NoSuchNumbers.Said(
                new CallId(call),
                seal.openNumber(NUMBER, call, row.getBytes("number")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }
}
