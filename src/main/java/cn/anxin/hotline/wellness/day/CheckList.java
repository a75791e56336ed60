package cn.anxin.hotline.wellness.day;

import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.wellness.Method;
import cn.anxin.hotline.wellness.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the checks of a round. Reads only; any thread. */
@Component
public class CheckList {
    private final JdbcClient jdbc;

    public CheckList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check as screens may show it.
     *
     * @param name masked
     * @param verdict null until the check has ended
     * @param method the kind of evidence; null unless it ended by some
     * @param endedBy who stands for the verdict, as the journal names them
     * @param lastResult of the latest attempt; null while that rings, or if there was none
     * @param maybeMachine whether something rather than somebody may have answered; advice only
     * @param deskTalk the latest talk with the duty desk while the check was open
     * @param windowPlannedToCloseAt null unless the window was extended for time that an alarm cost
     * @param pausedBy the alarm whose end it waits for
     * @param nextActionAt null once the check has ended
     * @param next what happens at the latest then; null once the check has ended
     * @param incidentState of the incident that the check led to, as it stands now
     */
    public record ListedCheck(
            long id,
            long personId,
            String name,
            String committee,
            String state,
            @Nullable String verdict,
            @Nullable String evidence,
            @Nullable Method method,
            @Nullable String endedBy,
            int attemptsMade,
            int attemptsCounted,
            @Nullable String lastResult,
            boolean maybeMachine,
            @Nullable DeskTalk deskTalk,
            Instant windowOpensAt,
            Instant windowClosesAt,
            @Nullable Instant windowPlannedToCloseAt,
            @Nullable Long pausedBy,
            @Nullable Instant nextActionAt,
            @Nullable Next next,
            @Nullable Instant endedAt,
            @Nullable Long incidentId,
            @Nullable String incidentState) {

        @Override
        public String toString() {
            return "ListedCheck[" + id + "]";
        }
    }

    /**
     * @param with the duty phone
     */
    public record DeskTalk(Instant at, String with, String callId) {}

    public enum State {
        WAITING,
        CALLING,
        ENDED
    }

    public enum Next {
        /** They are rung. */
        RING,
        /** They are rung as soon as a line is free; then, at the latest, their window closes. */
        RING_WHEN_A_LINE_IS_FREE,
        /**
         * They are rung when the alarm on their part of the town is over; at the latest, as above.
         */
        RING_WHEN_THE_ALARM_IS_OVER,
        /** The call under way ends. */
        CALL_ENDS
    }

    /**
     * Which checks; null is all.
     *
     * @param committee its id
     */
    public record Wanted(
            @Nullable Set<Verdict> verdicts,
            @Nullable Set<State> states,
            @Nullable Long committee) {}

    /**
     * Of the daily round, by id.
     *
     * @param after the last id of the page before, 0 for the first
     */
    public List<ListedCheck> page(LocalDate day, Wanted wanted, long after, int limit) {
        return jdbc.sql("select id from round where kind = 'DAILY' and day = :day")
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(round -> page(round, wanted, after, limit))
                .orElse(List.of());
    }

    /** The same of any round. */
    public List<ListedCheck> page(long round, Wanted wanted, long after, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.person_id, person.name, committee.name as committee,
                            c.state, c.verdict, c.evidence, c.method, c.ended_by,
                            c.attempts_made, c.attempts_counted,
                            (select result from attempt where check_id = c.id
                                order by placed_at desc limit 1) as last_result,
                            exists (select from attempt where check_id = c.id and maybe_machine)
                                as maybe_machine,
                            c.desk_talk_at, c.desk_talk_with, c.desk_talk_call, c.queued,
                            c.window_opens_at, c.window_closes_at, c.planned_close, c.paused_by,
                            c.next_action_at, c.ended_at,
                            c.incident_id, incident.state as incident_state
                        from wellness_check c
                        join person on person.id = c.person_id
                        join committee on committee.id = person.committee_id
                        left join incident on incident.id = c.incident_id
                        where c.round_id = :round and c.id > :after
                            and (:anyVerdict or c.verdict = any(:verdicts))
                            and (:anyState or c.state = any(:states))
                            and (:anyCommittee or committee.id = :committee)
                        order by c.id
                        limit :limit
                        """)
                .param("round", round)
                .param("after", after)
                .param("anyVerdict", wanted.verdicts() == null)
                .param("verdicts", texts(wanted.verdicts()))
                .param("anyState", wanted.states() == null)
                .param("states", texts(wanted.states()))
                .param("anyCommittee", wanted.committee() == null)
                .param("committee", wanted.committee() == null ? 0L : wanted.committee())
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    private static String[] texts(@Nullable Collection<?> set) {
        return set == null
                ? new String[0]
                : set.stream().map(Object::toString).toArray(String[]::new);
    }

    private static ListedCheck item(ResultSet row) throws SQLException {
        var method = row.getString("method");
        return new ListedCheck(
                row.getLong("id"),
                row.getLong("person_id"),
                MaskedName.of(row.getString("name")),
                row.getString("committee"),
                row.getString("state"),
                row.getString("verdict"),
                row.getString("evidence"),
                method == null ? null : Method.valueOf(method),
                row.getString("ended_by"),
                row.getInt("attempts_made"),
                row.getInt("attempts_counted"),
                row.getString("last_result"),
                row.getBoolean("maybe_machine"),
                deskTalk(row),
                row.getObject("window_opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("window_closes_at", OffsetDateTime.class).toInstant(),
                instant(row, "planned_close"),
                pausedBy(row),
                instant(row, "next_action_at"),
                next(row),
                instant(row, "ended_at"),
                row.getObject("incident_id", Long.class),
                row.getString("incident_state"));
    }

    private static @Nullable DeskTalk deskTalk(ResultSet row) throws SQLException {
        var at = instant(row, "desk_talk_at");
        return at == null
                ? null
                : new DeskTalk(
                        at, row.getString("desk_talk_with"), row.getString("desk_talk_call"));
    }

    private static @Nullable Long pausedBy(ResultSet row) throws SQLException {
        return row.getString("state").equals("WAITING")
                ? row.getObject("paused_by", Long.class)
                : null;
    }

    private static @Nullable Next next(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "WAITING" -> {
                if (pausedBy(row) != null) {
                    yield Next.RING_WHEN_THE_ALARM_IS_OVER;
                }
                yield row.getBoolean("queued") ? Next.RING_WHEN_A_LINE_IS_FREE : Next.RING;
            }
            case "CALLING" -> Next.CALL_ENDS;
            default -> null;
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
