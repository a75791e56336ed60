package cn.anxin.hotline.wellness.line;

import cn.anxin.hotline.people.MaskedName;
import cn.anxin.hotline.people.Person;
import cn.anxin.hotline.people.Roster;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the alarms, and tells whom one touches. Reads only; any thread. */
@Component
public class AlarmList {
    private static final String ALARM =
            """
            select id, kind, scope, state, opened_at, faults, rung, missed, expected, probes,
                next_action_at, incident_id, resumed_at, resumed_by, reason,
                (select count(*) from wellness_check where paused_by = alarm.id
                    and wellness_check.state = 'WAITING') as waiting,
                (select count(*) from alarm_person where alarm_id = alarm.id) as people,
                (select count(*) from alarm_person join person on person.id = person_id
                    where alarm_id = alarm.id and risk = 'HIGH') as at_high_risk,
                (select min(person_id) from alarm_person where alarm_id = alarm.id) as somebody
            from alarm
            """;

    private final JdbcClient jdbc;
    private final Roster roster;

    AlarmList(JdbcClient jdbc, Roster roster) {
        this.jdbc = jdbc;
        this.roster = roster;
    }

    /**
     * @param part in words
     * @param rung people rung when it was opened, of whom {@code missed} in vain, where {@code
     *     usuallyMissed} would have been usual
     * @param waiting how many checks wait for its end at this moment
     * @param people how many it has touched
     * @param nextActionAt of the next probe, or when one is given up; null once it has ended
     */
    public record ListedAlarm(
            long id,
            PartKind kind,
            String part,
            String state,
            Instant openedAt,
            int rung,
            int missed,
            double usuallyMissed,
            int probes,
            int waiting,
            int people,
            int atHighRisk,
            @Nullable Instant nextActionAt,
            long incidentId,
            @Nullable Instant resumedAt,
            @Nullable String resumedBy,
            @Nullable String reason) {

        /** May name a building. */
        @Override
        public String toString() {
            return "ListedAlarm[" + id + "]";
        }
    }

    /**
     * @param name masked
     * @param check state or verdict of their latest check
     */
    public record TouchedPerson(long id, String name, String committee, String risk, String check) {
        @Override
        public String toString() {
            return "TouchedPerson[" + id + "]";
        }
    }

    record Place(
            PartKind kind,
            String name,
            boolean resumed,
            boolean faults,
            int rung,
            int missed,
            int atHighRisk) {
        @Override
        public String toString() {
            return "Place[" + kind + "]";
        }
    }

    /**
     * The latest first.
     *
     * @param before the last id of the page before; {@link Long#MAX_VALUE} for the first
     */
    public List<ListedAlarm> page(long before, int limit) {
        return jdbc.sql(ALARM + "where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> listed(row))
                .list();
    }

    /** Those at the highest risk first, so that they are looked after first. */
    public List<TouchedPerson> people(long alarm, int offset, int limit) {
        return jdbc.sql(
                        """
                        select person.id, person.name, committee.name as committee, risk,
                            coalesce((select coalesce(verdict, state) from wellness_check
                                where wellness_check.person_id = person.id
                                order by id desc limit 1), '') as standing
                        from alarm_person
                        join person on person.id = alarm_person.person_id
                        join committee on committee.id = committee_id
                        where alarm_id = :alarm
                        order by array_position(array['HIGH', 'NORMAL', 'LOW'], risk), person.id
                        offset :offset limit :limit
                        """)
                .param("alarm", alarm)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) ->
                        new TouchedPerson(
                                row.getLong("id"),
                                MaskedName.of(row.getString("name")),
                                row.getString("committee"),
                                row.getString("risk"),
                                row.getString("standing")))
                .list();
    }

    Optional<Place> placeOf(long incident) {
        return jdbc.sql(ALARM + "where incident_id = :incident")
                .param("incident", incident)
                .query((row, _) -> place(row))
                .optional();
    }

    private ListedAlarm listed(ResultSet row) throws SQLException {
        return new ListedAlarm(
                row.getLong("id"),
                PartKind.valueOf(row.getString("kind")),
                AlarmWords.title(place(row)),
                row.getString("state"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getInt("rung"),
                row.getInt("missed"),
                row.getDouble("expected"),
                row.getInt("probes"),
                row.getInt("waiting"),
                row.getInt("people"),
                row.getInt("at_high_risk"),
                instant(row, "next_action_at"),
                row.getLong("incident_id"),
                instant(row, "resumed_at"),
                row.getString("resumed_by"),
                row.getString("reason"));
    }

    private Place place(ResultSet row) throws SQLException {
        var kind = PartKind.valueOf(row.getString("kind"));
        var somebody = row.getObject("somebody", Long.class);
        return new Place(
                kind,
                kind == PartKind.BUILDING ? building(somebody) : row.getString("scope"),
                row.getString("state").equals(Alarms.State.RESUMED.name()),
                row.getBoolean("faults"),
                row.getInt("rung"),
                row.getInt("missed"),
                row.getInt("at_high_risk"));
    }

    /** The database knows it by its hash only; whoever lives there knows its name. */
    private String building(@Nullable Long somebody) {
        return Optional.ofNullable(somebody)
                .flatMap(roster::person)
                .map(Person::address)
                .map(Building::of)
                .orElse("");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
