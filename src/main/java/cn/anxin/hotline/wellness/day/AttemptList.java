package cn.anxin.hotline.wellness.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls of a check, each with its evidence. Reads only; any thread. */
@Component
public class AttemptList {
    /** A check against a broken line is rung any number of times. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    public AttemptList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param result null while it is under way
     * @param q850Cause as the network gave it; null like {@code sipStatus} if it gave none
     * @param maybeMachine whether something rather than somebody may have answered; advice only
     * @param machineSigns why
     * @param answeredAfterMs from the intent to the answer, like {@code speechMs} of answered calls
     *     without a key only
     * @param speechMs the longest that was spoken at a stretch into the first question
     */
    public record ListedAttempt(
            String callId,
            Instant placedAt,
            @Nullable Instant endedAt,
            @Nullable String result,
            @Nullable Integer q850Cause,
            @Nullable Integer sipStatus,
            boolean maybeMachine,
            List<String> machineSigns,
            @Nullable Integer answeredAfterMs,
            @Nullable Integer speechMs) {}

    /**
     * In their order, at most 200.
     *
     * @param day on which the check is; of another day there is none
     */
    public List<ListedAttempt> of(LocalDate day, long check) {
        return jdbc.sql(
                        """
                        select call_id, placed_at, attempt.ended_at, result, q850_cause, sip_status,
                            maybe_machine, machine_signs, answered_after_ms, speech_ms
                        from attempt join wellness_check c on c.id = check_id
                        where check_id = :check and day = :day
                        order by placed_at
                        limit :most
                        """)
                .param("check", check)
                .param("day", day)
                .param("most", MOST)
                .query((row, _) -> attempt(row))
                .list();
    }

    private static ListedAttempt attempt(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ListedAttempt(
                row.getString("call_id"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("result"),
                row.getObject("q850_cause", Integer.class),
                row.getObject("sip_status", Integer.class),
                row.getBoolean("maybe_machine"),
                List.of((String[]) row.getArray("machine_signs").getArray()),
                row.getObject("answered_after_ms", Integer.class),
                row.getObject("speech_ms", Integer.class));
    }
}
