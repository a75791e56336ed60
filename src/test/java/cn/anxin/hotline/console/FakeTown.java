package cn.anxin.hotline.console;

import cn.anxin.hotline.seal.SealedColumn;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.testing.TestSeal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows as the rooms would have left them. */
record FakeTown(JdbcClient jdbc) {
    private static final SealedColumn PARTY = new SealedColumn("call_record", "call_id", "party");
    private static final SealedColumn CALLER = new SealedColumn("need_case", "id", "caller");

    long committee(String name) {
        return roster().committee(name);
    }

    long person(String name, long committee, boolean enrolled) {
        var id = roster().person(name);
        jdbc.sql(
                        """
                        update person set committee_id = :committee, enrolled = :enrolled,
                            window_opens = '09:00', window_closes = '11:00',
                            created_at = '2026-01-01T00:00:00Z'
                        where id = :id
                        """)
                .param("id", id)
                .param("committee", committee)
                .param("enrolled", enrolled)
                .update();
        return id;
    }

    long person(String name) {
        return person(name, committee("示范一居委"), true);
    }

    long volunteer(String name, String number) {
        return roster().volunteer(name, number);
    }

    void pair(long person, int position, long volunteer) {
        roster().pair(person, position, volunteer);
    }

    TestRoster roster() {
        return new TestRoster(jdbc);
    }

    long incident(long person, String severity, String state) {
        var id =
                jdbc.sql(
                                """
                                insert into incident (person_id, severity, state, next_action_at, lapses_at,
                                    taken_at, taken_by, taken_via, seen_at, seen_by,
                                    settled_at, settled_by, outcome)
                                select :person, :severity, :state,
                                    case when :state <> 'SETTLED' then now() + interval '5 min' end,
                                    case when :state in ('TAKEN', 'SEEN')
                                        then now() + interval '10 min' end,
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
                        values (?, ?, ?, cast(? as timestamptz))
                        """)
                .params(id, purpose, TestSeal.SEAL.seal(PARTY, id, "+8613800000001"), startedAt)
                .update();
    }

    long needCase(String need, @Nullable Long person) {
        var id =
                jdbc.sql(
                                """
                                insert into need_case (need, state, person_id)
                                values (:need, 'NEW', :person) returning id
                                """)
                        .param("need", need)
                        .param("person", person)
                        .query(Long.class)
                        .single();
        jdbc.sql("update need_case set caller = ? where id = ?")
                .params(TestSeal.SEAL.seal(CALLER, id, "+8613800000001"), id)
                .update();
        return id;
    }
}
