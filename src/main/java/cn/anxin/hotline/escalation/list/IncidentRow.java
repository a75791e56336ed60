package cn.anxin.hotline.escalation.list;

import cn.anxin.hotline.escalation.IncidentOutcome;
import cn.anxin.hotline.escalation.IncidentState;
import cn.anxin.hotline.escalation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of {@link IncidentList}'s query. */
record IncidentRow(
        long id,
        @Nullable Who person,
        Severity severity,
        IncidentState state,
        Instant openedAt,
        int step,
        int ladderFrom,
        @Nullable Instant nextActionAt,
        @Nullable Instant lapsesAt,
        boolean handingOver,
        Done taken,
        @Nullable String takenVia,
        Done seen,
        Done settled,
        @Nullable IncidentOutcome outcome) {

    static final String SELECT =
            """
            select i.id, i.person_id, person.name, committee.name as committee,
                i.severity, i.state, i.opened_at, i.step, i.ladder_from,
                i.next_action_at, i.lapses_at, i.handing_over,
                i.taken_by, i.taken_at, i.taken_via, i.seen_by, i.seen_at,
                i.settled_by, i.settled_at, i.outcome
            from incident i
            left join person on person.id = i.person_id
            left join committee on committee.id = person.committee_id
            """;

    /** Whom it is about. */
    record Who(long id, String name, String committee) {
        @Override
        public String toString() {
            return "Who[" + id + "]";
        }
    }

    /** What was done by somebody at some time, or not at all. */
    record Done(@Nullable String by, @Nullable Instant at) {}

    static IncidentRow of(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var opened = row.getObject("opened_at", OffsetDateTime.class);
        return new IncidentRow(
                row.getLong("id"),
                who(row),
                Severity.valueOf(row.getString("severity")),
                IncidentState.valueOf(row.getString("state")),
                opened.toInstant(),
                row.getInt("step"),
                row.getInt("ladder_from"),
                instant(row, "next_action_at"),
                instant(row, "lapses_at"),
                row.getBoolean("handing_over"),
                done(row, "taken"),
                row.getString("taken_via"),
                done(row, "seen"),
                done(row, "settled"),
                outcome == null ? null : IncidentOutcome.valueOf(outcome));
    }

    Stream<String> actors() {
        return Stream.of(taken, seen, settled).map(Done::by).flatMap(Stream::ofNullable);
    }

    private static @Nullable Who who(ResultSet row) throws SQLException {
        var id = row.getObject("person_id", Long.class);
        return id == null ? null : new Who(id, row.getString("name"), row.getString("committee"));
    }

    @Nullable Long personId() {
        return person == null ? null : person.id();
    }

    private static Done done(ResultSet row, String what) throws SQLException {
        return new Done(row.getString(what + "_by"), instant(row, what + "_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public String toString() {
        return "IncidentRow[" + id + "]";
    }
}
