package cn.anxin.hotline.rooms;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.HotlineSettings;
import cn.anxin.hotline.testing.Noon;
import cn.anxin.hotline.testing.TestDatabase;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.wellness.round.Rounds;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One elder with a volunteer and a backup, and a duty desk with one phone. Every rest between
 * attempts is nothing, so that the next sweep is always due.
 */
@SpringBootTest(
        classes = Rooms.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.config.location=optional:classpath:/none/",
            "hotline.duty.phones[0].name=值班一号",
            "hotline.duty.phones[0].account=8001",
            "hotline.wellness.daily=false",
            "hotline.home=target/rooms",
            "hotline.wellness.spacing.busy=0s",
            "hotline.wellness.spacing.no-answer=0s",
            "hotline.wellness.spacing.unconfirmed=0s",
            "hotline.wellness.spacing.unreachable=0s",
            "hotline.wellness.spacing.rejected=0s",
            "hotline.wellness.spacing.other-number=0s",
            "hotline.wellness.spacing.cut-off=0s",
            "hotline.wellness.number-doubt=0s",
            "hotline.wellness.spacing.line-fault=0s",
            "hotline.escalation.lap-pause=0s",
            "hotline.escalation.quiet-from=00:00",
            "hotline.escalation.quiet-until=00:00",
            "hotline.inbound.recognition=30s"
        })
abstract class RoomStory {
    static final String ELDER = "+8613800000001";
    static final String ELDER_AT_HOME = "+862150000001";
    static final String VOLUNTEER = "+8613900000100";
    static final String BACKUP = "+8613900000101";
    static final String DUTY = "8001";

    private static final TestDatabase database = TestDatabase.fresh();

    @Autowired PaperTelephone telephone;
    @Autowired Rooms.Turn turn;
    @Autowired Rounds rounds;
    @Autowired JdbcClient jdbc;
    @Autowired HotlineSettings hotline;
    long elder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        database.register(properties);
        properties.add("hotline.zone", Noon::zone);
    }

    @BeforeEach
    void oneElderWithTwoVolunteers() {
        elder = person("唐桂兰", ELDER);
        pair(elder, 1, volunteer("朱翠花", VOLUNTEER));
        pair(elder, 2, volunteer("郭月琴", BACKUP));
    }

    @AfterEach
    void emptyTheHouse() {
        telephone.accept();
        telephone.free(100);
        while (!telephone.silent()) {
            telephone.end(telephone.ringsWhoever(), CallOutcome.CANCELLED);
        }
        jdbc.sql("alter table journal disable trigger journal_only_grows").update();
        jdbc.sql("alter table person_change disable trigger person_change_only_grows").update();
        jdbc.sql(
                        """
                        truncate person, volunteer, committee, journal, call_record, incident,
                            incident_cause, incident_news, escalation_call, wellness_check, attempt, need_case,
                            person_change, pause, round
                            cascade
                        """)
                .update();
        jdbc.sql("alter table journal enable trigger journal_only_grows").update();
        jdbc.sql("alter table person_change enable trigger person_change_only_grows").update();
    }

    long person(String name, String... numbers) {
        return new TestRoster(jdbc).person(name, numbers);
    }

    long volunteer(String name, String number) {
        return new TestRoster(jdbc).volunteer(name, number);
    }

    void pair(long person, int position, long volunteer) {
        new TestRoster(jdbc).pair(person, position, volunteer);
    }

    /** Starts a round for the elder, whose phone then rings. */
    CallId check() {
        rounds.startNow(List.of(elder));
        turn.sweep();
        return telephone.rings(ELDER);
    }

    /** The elder's phone rings three times in vain; afterwards the volunteer's rings. */
    CallId missAllAttempts() {
        telephone.end(check(), CallOutcome.NO_ANSWER);
        turn.sweep();
        telephone.end(telephone.rings(ELDER), CallOutcome.BUSY);
        turn.sweep();
        telephone.end(telephone.rings(ELDER), CallOutcome.UNREACHABLE);
        turn.sweep();
        return telephone.rings(VOLUNTEER);
    }

    String checkState() {
        return jdbc.sql("select coalesce(verdict, state) from wellness_check where person_id = ?")
                .param(elder)
                .query(String.class)
                .single();
    }

    int countedAttempts() {
        return jdbc.sql("select attempts_counted from wellness_check where person_id = ?")
                .param(elder)
                .query(Integer.class)
                .single();
    }

    String incidentState() {
        return jdbc.sql(
                        """
                        select state from incident where person_id = ?
                        order by id desc limit 1
                        """)
                .param(elder)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    String severity() {
        return jdbc.sql("select severity from incident where person_id = ? and state <> 'SETTLED'")
                .param(elder)
                .query(String.class)
                .single();
    }

    long incident() {
        return jdbc.sql("select id from incident where person_id = ? and state <> 'SETTLED'")
                .param(elder)
                .query(Long.class)
                .single();
    }

    /** As if the time until the next step had passed. */
    void timePasses() {
        jdbc.sql(
                        """
                        update incident
                        set next_action_at = clock_timestamp(),
                            lapses_at = case when lapses_at is null then null
                                else clock_timestamp() end
                        where next_action_at is not null
                        """)
                .update();
    }
}
