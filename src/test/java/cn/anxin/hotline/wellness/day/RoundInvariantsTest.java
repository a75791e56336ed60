package cn.anxin.hotline.wellness.day;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.testing.Noon;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.wellness.WellnessSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each invariant is broken once, and only it complains; the table's own walls are taken away. */
class RoundInvariantsTest {
    private static final ZoneId ZONE = Noon.zone();

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final RoundInvariants invariants = invariants(true);
    private long round;
    private long person;
    private long check;

    private RoundInvariants invariants(boolean daily) {
        var hotline = new HotlineSettings(Path.of("target"), "58958808", ZONE);
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of("wellness.daily", daily)))
                        .bindOrCreate("wellness", WellnessSettings.class);
        return new RoundInvariants(jdbc, new DayReport(jdbc, hotline), hotline, settings);
    }

    @BeforeEach
    void onePersonWithACheckOfToday() {
        var today = LocalDate.now(ZONE);
        round =
                one(
                        "insert into round (kind, day, started_by) values ('DAILY', ?, 'system') returning id",
                        today);
        person = person();
        check =
                one(
                        """
                        insert into wellness_check (person_id, round_id, day, state,
                            window_opens_at, window_closes_at, next_action_at)
                        values (?, ?, ?, 'WAITING', now(), now() + interval '1 h',
                            now() + interval '1 h')
                        returning id
                        """,
                        person,
                        round,
                        today);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long person() {
        return one(
                """
                update person set created_at = now() - interval '1 day',
                    updated_at = now() - interval '1 day'
                where id = ? returning id
                """,
                new TestRoster(jdbc).person("唐桂兰"));
    }

    private long one(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Long.class).single();
    }

    private void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private void only(Invariant broken, long rows) {
        assertThat(invariants.breaches())
                .allSatisfy((invariant, found) ->
                        assertThat(found)
                                .as(invariant)
                                .isEqualTo(invariant.equals(broken.name()) ? rows : 0));
    }

    @Test
    void allHold() {
        assertThat(invariants.breaches().values()).containsOnly(0L);
    }

    @Test
    void somebodyWithoutACheckIsMissed() {
        person();
        person();
        only(Invariant.EVERYBODY_HAS_A_CHECK, 2);
        assertThat(invariants(false).breaches().get(Invariant.EVERYBODY_HAS_A_CHECK.name()))
                .as("rounds are started by hand")
                .isZero();
    }

    @Test
    void whoWasAddedAMomentAgoIsNotMissedYet() {
        person();
        sql("update person set created_at = now(), updated_at = now()");
        assertThat(invariants.breaches().values()).containsOnly(0L);
    }

    @Test
    void anOverdueCheckIsFoundAfterAMinute() {
        sql("update wellness_check set next_action_at = now() - interval '50 s'");
        assertThat(invariants.breaches().values()).containsOnly(0L);
        sql("update wellness_check set next_action_at = now() - interval '61 s'");
        only(Invariant.NOTHING_OVERDUE, 1);
        sql("update wellness_check set state = 'CALLING'");
        only(Invariant.NOTHING_OVERDUE, 1);
    }

    @Test
    void aClosedWindowWithoutAnIncidentIsFoundAfterAMinute() {
        sql("update wellness_check set window_closes_at = now() - interval '61 s'");
        only(Invariant.CLOSED_WINDOWS_ESCALATE, 1);
        sql("update wellness_check set queued = true, next_action_at = window_closes_at");
        only(Invariant.CLOSED_WINDOWS_ESCALATE, 1);
    }

    @Test
    void somebodyCountedTwiceSpoilsTheTotals() {
        sql("alter table wellness_check drop constraint wellness_check_one_a_person_and_round");
        sql(
                """
                insert into wellness_check (person_id, round_id, day, state, window_opens_at,
                    window_closes_at, next_action_at)
                select person_id, round_id, day, state, window_opens_at, window_closes_at,
                    next_action_at
                from wellness_check
                """);
        only(Invariant.TOTALS_ADD_UP, 1);
    }

    @Test
    void goodNewsWithoutEvidenceIsFound() {
        sql("alter table wellness_check drop constraint wellness_check_good_news_has_a_name");
        sql(
                """
                update wellness_check set state = 'ENDED', verdict = 'CLEARED', evidence = 'word',
                    next_action_at = null, ended_at = now()
                """);
        only(Invariant.GOOD_NEWS_IS_PROVEN, 1);
    }

    @Test
    void aKeyThatNobodyPressedIsFound() {
        sql(
                """
                update wellness_check set state = 'ENDED', verdict = 'CONFIRMED', method = 'KEY',
                    evidence = 'key 1 in chk-1', ended_by = 'person:1', next_action_at = null,
                    ended_at = now()
                """);
        only(Invariant.GOOD_NEWS_IS_PROVEN, 1);
        jdbc.sql(
                        """
                        insert into attempt (call_id, check_id, person_id, number, deadline_at, result)
                        values ('chk-1', ?, ?, '+8613800000001', now(), 'FINE')
                        """)
                .params(check, person)
                .update();
        assertThat(invariants.breaches().values()).containsOnly(0L);
    }
}
