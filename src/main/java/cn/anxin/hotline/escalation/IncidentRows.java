package cn.anxin.hotline.escalation;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.escalation.course.Course;
import cn.anxin.hotline.escalation.ladder.Role;
import cn.anxin.hotline.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The courses of incidents as they are kept; each is read under its row's lock. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class IncidentRows {
    private static final String SELECT =
            """
            select id, person_id, severity, state, step, ladder_from, taken_by, handing_over, asked,
                lapses_at, next_action_at, clock_timestamp() as read_at,
                array(select call_id from escalation_call call
                      where call.incident_id = incident.id and call.kind = 'SUMMON'
                          and call.ended_at is null and call.answer is null) as undecided
            from incident
            """;

    /**
     * A process that is frozen in the middle of its claim loses it: PostgreSQL ends its
     * transaction, and its claim is anybody's again.
     */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(10);

    private final JdbcClient jdbc;

    IncidentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param personId null: it is about a line or a part of the town
     * @param now by the database's clock, when it was read
     */
    record Kept(long id, @Nullable Long personId, Course course, Instant now) {}

    /** The worst that is due, of them the longest due; passes over what others hold. */
    Optional<Kept> claimDue() {
        boundClaim();
        return jdbc.sql(
                        SELECT
                                + """
                                where next_action_at <= (select clock_timestamp())
                                order by urgency desc, next_action_at
                                limit 1
                                for update of incident skip locked
                                """)
                .query(IncidentRows::kept)
                .optional();
    }

    /**
     * Others that are due and that one call to somebody in this role might tell of as well.
     *
     * @param first what the call is made for
     */
    List<Kept> claimDueBeside(Kept first, Role role, Actor contact, int limit) {
        var among =
                switch (role) {
                    case PAIRED, BACKUP ->
                            """
                            and person_id in (select person_id from pairing
                                where volunteer_id = split_part(:contact, ':', 2)::bigint)
                            """;
                    case FAMILY -> "and incident.person_id = :person and :contact <> ''\n";
                    case COMMITTEE ->
                            """
                            and person_id in (select person.id from person
                                join committee_contact using (committee_id)
                                where committee_contact.id = split_part(:contact, ':', 2)::bigint)
                            """;
                    case DESK, LEAD, LAST_RESORT -> "and :contact <> ''\n";
                };
        return jdbc.sql(
                        SELECT
                                + """
                                where next_action_at <= (select clock_timestamp())
                                    and state in ('OPEN', 'NOTIFYING') and id <> :first
                                    and severity = any(:listed)
                                    and (:person::bigint is null or true)
                                """
                                + among
                                + """
                                order by urgency desc, next_action_at
                                limit :limit
                                for update of incident skip locked
                                """)
                .param("first", first.id())
                .param("person", first.personId())
                .param("contact", contact.value())
                .param("listed", listed())
                .param("limit", limit)
                .query(IncidentRows::kept)
                .list();
    }

    private static String[] listed() {
        return Arrays.stream(Severity.values())
                .filter(Severity::isListed)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /**
     * First locks it, then reads: what a statement reads that has waited for a lock may be older
     * than what it has waited for.
     */
    Optional<Kept> lock(long id) {
        boundClaim();
        jdbc.sql("select from incident where id = :id for update")
                .param("id", id)
                .query((_, _) -> id)
                .optional();
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(IncidentRows::kept)
                .optional();
    }

    /** It could not be taken a step on: others that are due go first. */
    void putOff(long id, Duration pause) {
        jdbc.sql(
                        """
                        update incident
                        set next_action_at = later, lapses_at = case when lapses_at < later then later else lapses_at end
                        from (select clock_timestamp() + make_interval(secs => :pause)) as t (later)
                        where id = :id and next_action_at < later
                        """)
                .param("pause", pause.toMillis() / 1000.0)
                .param("id", id)
                .update();
    }

    /** For the transaction that goes on. */
    private void boundClaim() {
        jdbc.sql("select set_config('idle_in_transaction_session_timeout', :longest, true)")
                .param("longest", Long.toString(LONGEST_CLAIM.toMillis()))
                .query(String.class)
                .single();
    }

    /**
     * @param via through which somebody took it, if somebody just has
     */
    void save(long id, Course course, @Nullable Via via) {
        jdbc.sql(
                        """
                        update incident
                        set severity = :severity, state = :state, step = :step,
                            ladder_from = :ladderFrom, handing_over = :handingOver, asked = :asked,
                            lapses_at = :lapsesAt, next_action_at = :nextActionAt,
                            taken_at = case when :taker::text is distinct from taken_by
                                    and :taker::text is not null
                                then clock_timestamp() else taken_at end,
                            taken_via = coalesce(:via, taken_via),
                            taken_by = coalesce(:taker, taken_by)
                        where id = :id
                        """)
                .param("severity", course.severity().name())
                .param("state", course.state().name())
                .param("step", course.step())
                .param("ladderFrom", course.ladderFrom())
                .param("handingOver", course.handingOver())
                .param("asked", course.asked())
                .param("lapsesAt", stored(course.lapsesAt()))
                .param("nextActionAt", stored(course.nextActionAt()))
                .param("taker", course.taker() == null ? null : course.taker().value())
                .param("via", via == null ? null : via.value())
                .param("id", id)
                .update();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var state = IncidentState.valueOf(row.getString("state"));
        var takenBy = row.getString("taken_by");
        var held = state == IncidentState.TAKEN || state == IncidentState.SEEN;
        var course =
                new Course(
                        Severity.valueOf(row.getString("severity")),
                        state,
                        row.getInt("step"),
                        row.getInt("ladder_from"),
                        Arrays.stream((String[]) row.getArray("undecided").getArray())
                                .map(CallId::new)
                                .collect(Collectors.toSet()),
                        held && takenBy != null ? new Actor(takenBy) : null,
                        row.getBoolean("handing_over"),
                        row.getInt("asked"),
                        instant(row, "lapses_at"),
                        instant(row, "next_action_at"));
        return new Kept(
                row.getLong("id"),
                row.getObject("person_id", Long.class),
                course,
                row.getObject("read_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
