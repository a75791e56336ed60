package cn.anxin.hotline.wellness.day;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * One row a person of a day or a round, named {@code person_day}, for a query to follow: as things
 * stand now, or as they were kept.
 */
record DayRows(String sql, Map<String, Object> params) {

    /** What every source has, in the order of the table of kept rows. */
    static final String COLUMNS =
            """
            person_id, enrolled, committee_id, committee, categories, volunteer_id, standing, method,
            evidence, ended_by, ended_at, attempts_made, attempts, maybe_machines, incident_id,
            incident_state, outcome, with_whom
            """;

    private static final String LIVE =
            """
            select person.id as person_id, person.enrolled, committee.id as committee_id,
                committee.name as committee,
                array(select category from person_category
                    where person_category.person_id = person.id order by category) as categories,
                (select volunteer_id from pairing
                    where pairing.person_id = person.id and position = 1) as volunteer_id,
                %s as standing, c.method, c.evidence, c.ended_by, c.ended_at,
                coalesce(c.attempts_made, 0) as attempts_made,
                array(select coalesce(result, 'UNDER_WAY') from attempt
                    where check_id = c.id order by placed_at) as attempts,
                (select count(*) from attempt
                    where check_id = c.id and maybe_machine) as maybe_machines,
                c.incident_id, incident.state as incident_state, incident.outcome,
                case
                    when incident.state in ('TAKEN', 'SEEN') then incident.taken_by
                    when incident.state = 'SETTLED' then incident.settled_by
                    when c.state <> 'ENDED' then 'duty:' || c.desk_talk_with
                end as with_whom
            from person
            join committee on committee.id = person.committee_id
            %s
            left join incident on incident.id = c.incident_id
            """;

    /**
     * The roster of a day is who had a daily check that day, and who is enrolled now and was in the
     * roster by then.
     */
    static DayRows live(LocalDate day, ZoneId zone) {
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return new DayRows(
                LIVE.formatted(
                                Totals.STANDING,
                                """
                                left join wellness_check c on c.person_id = person.id
                                    and c.round_id = (select id from round
                                        where kind = 'DAILY' and day = :day)
                                """)
                        + "where c.id is not null or (person.enrolled and person.created_at < :end)",
                Map.of("day", day, "end", end.atOffset(ZoneOffset.UTC)));
    }

    /** Those who have a check in the round. */
    static DayRows live(long round) {
        return new DayRows(
                LIVE.formatted(
                        Totals.STANDING,
                        """
                        join wellness_check c on c.person_id = person.id and c.round_id = :round
                        """),
                Map.of("round", round));
    }

    static DayRows kept(long record) {
        return new DayRows(
                "select * from day_record_person where record_id = :record",
                Map.of("record", record));
    }

    /**
     * @param then reads {@code person_day}; may begin with further tables to be named
     */
    StatementSpec query(JdbcClient jdbc, String then) {
        return jdbc.sql("with person_day as (%s)\n%s".formatted(sql, then)).params(params);
    }
}
