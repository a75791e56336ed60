package cn.anxin.hotline.console;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows as the rooms would have left them. */
record FakeTown(JdbcClient jdbc) {

    long committee(String name) {
        return jdbc.sql(
                        """
                        insert into committee (name) values (:name)
                        on conflict (name) do update set name = excluded.name returning id
                        """)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    long person(String name, long committee, boolean enrolled) {
        return jdbc.sql(
                        """
                        insert into person (name, committee_id, address, window_opens,
                            window_closes, enrolled, created_at)
                        values (:name, :committee, '示范路1号', '09:00', '11:00', :enrolled,
                            '2026-01-01T00:00:00Z')
                        returning id
                        """)
                .param("name", name)
                .param("committee", committee)
                .param("enrolled", enrolled)
                .query(Long.class)
                .single();
    }

    long person(String name) {
        return person(name, committee("示范一居委"), true);
    }

    long volunteer(String name, String number) {
        return jdbc.sql("insert into volunteer (name, number) values (?, ?) returning id")
                .params(name, number)
                .query(Long.class)
                .single();
    }

    void pair(long person, int position, long volunteer) {
        jdbc.sql("insert into pairing values (?, ?, ?)")
                .params(person, position, volunteer)
                .update();
    }

    long incident(long person, String severity, String state) {
        var id =
                jdbc.sql(
                                """
                                insert into incident (person_id, severity, state, next_action_at,
                                    taken_at, taken_by, taken_via, seen_at, seen_by,
                                    settled_at, settled_by, outcome)
                                select :person, :severity, :state,
                                    case when :state <> 'SETTLED' then now() + interval '5 min' end,
                                    now(), 'duty:值班一号', 'esc-1', now(), 'duty:值班一号',
                                    case when :state = 'SETTLED' then now() end,
                                    case when :state = 'SETTLED' then 'duty:值班一号' end,
                                    case when :state = 'SETTLED' then 'WELL' end
                                returning id
                                """)
                        .param("person", person)
                        .param("severity", severity)
                        .param("state", state)
                        .query(Long.class)
                        .single();
        jdbc.sql("insert into incident_cause (incident_id, kind) values (?, 'CHECK_MISSED')")
                .param(id)
                .update();
        return id;
    }

    /** The day's round. */
    long round(LocalDate day) {
        return jdbc.sql(
                        """
                        insert into round (kind, day, started_by, planned_at)
                        values ('DAILY', :day, 'system', now())
                        on conflict (day) where kind = 'DAILY' do update set day = excluded.day
                        returning id
                        """)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** A check that has ended; an escalated one leads to the incident. */
    void ended(long person, LocalDate day, String verdict, @Nullable Long incident) {
        jdbc.sql(
                        """
                        insert into wellness_check (person_id, round_id, day, state, verdict, method,
                            evidence, ended_by, window_opens_at, window_closes_at, incident_id,
                            ended_at)
                        values (:person, :round, :day, 'ENDED', :verdict, 'KEY', 'key 1', 'system',
                            now(), now() + interval '2 h', :incident, now())
                        """)
                .param("person", person)
                .param("round", round(day))
                .param("day", day)
                .param("verdict", verdict)
                .param("incident", incident)
                .update();
    }

    void unended(long person, LocalDate day, String state, int made, String opensIn) {
        jdbc.sql(
                        """
                        insert into wellness_check (person_id, round_id, day, state, attempts_made,
                            window_opens_at, window_closes_at, next_action_at)
                        values (:person, :round, :day, :state, :made, now() + cast(:opensIn as interval),
                            now() + interval '1 day', now() + interval '1 h')
                        """)
                .param("person", person)
                .param("round", round(day))
                .param("day", day)
                .param("state", state)
                .param("made", made)
                .param("opensIn", opensIn)
                .update();
    }

    void call(String id, String purpose, String startedAt) {
        jdbc.sql(
                        """
                        insert into call_record (call_id, purpose, party, started_at)
                        values (?, ?, '+8613800000001', cast(? as timestamptz))
                        """)
                .params(id, purpose, startedAt)
                .update();
    }

    long needCase(String need, @Nullable Long person) {
        return jdbc.sql(
                        """
                        insert into need_case (need, state, person_id, caller)
                        values (:need, 'NEW', :person, '+8613800000001') returning id
                        """)
                .param("need", need)
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
