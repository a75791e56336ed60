package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.escalation.IncidentList;
import cn.anxin.hotline.journal.Actor;
import cn.anxin.hotline.testing.TestRoster;
import cn.anxin.hotline.wellness.line.AlarmList;
import cn.anxin.hotline.wellness.line.Alarms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Many are silent at once. Nobody's incident is lost in it, and nobody makes two hundred of it. */
@TestPropertySource(
        properties = {
            "hotline.wellness.latest=23:59:58",
            "hotline.wellness.common-causes.first-pause=1h",
            "hotline.wellness.common-causes.longest-pause=1h"
        })
class CommonCauseTest extends RoomStory {
    @Autowired AlarmList alarms;
    @Autowired Alarms overrule;
    @Autowired IncidentList incidents;
    private int numbers;

    @BeforeEach
    void theElderOfTheOtherStoriesIsAway() {
        jdbc.sql("update person set enrolled = false where id = ?").param(elder).update();
    }

    private List<Long> peopleOf(int count, String house) {
        var people = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            people.add(neighbour(house, 101 + i, "130"));
        }
        return people;
    }

    private long neighbour(String house, int room, String operator) {
        numbers++;
        var id = person("老人", "+86%s%08d".formatted(operator, numbers));
        new TestRoster(jdbc).address(id, house + room + "室");
        return id;
    }

    /** Elders only: a phone of the desk goes on ringing. */
    private List<CallId> ringingElders() {
        var elders = new ArrayList<CallId>();
        while (!telephone.silent()) {
            var call = telephone.ringsWhoever();
            if (call.value().startsWith("chk-")) {
                elders.add(call);
            }
        }
        return elders;
    }

    private CallId ringingDesk() {
        var call = telephone.ringsWhoever();
        return call.value().startsWith("esc-") ? call : ringingDesk();
    }

    private void rounds(List<Long> people) {
        rounds.startNow(people);
        turn.sweep();
    }

    private void probeTimeComes() {
        jdbc.sql(
                        """
                        update alarm set next_action_at = clock_timestamp()
                        where next_action_at is not null
                        """)
                .update();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private AlarmList.ListedAlarm onlyAlarm() {
        assertThat(alarms.page(Long.MAX_VALUE, 10)).hasSize(1);
        return alarms.page(Long.MAX_VALUE, 10).getFirst();
    }

    /** The round goes on until all that is due has been dealt with. */
    private void houseIsSilent(List<Long> people) {
        rounds(people);
        for (int i = 0; i < 10; i++) {
            ringingElders().forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));
            turn.sweep();
        }
    }

    @Test
    void twoHundredSilentInOneHouseAreOneAlarmAndNoIncidents() {
        houseIsSilent(peopleOf(200, "示范路8号"));

        var alarm = onlyAlarm();
        assertThat(alarm.part()).isEqualTo("示范路8号");
        assertThat(alarm.kind().name()).isEqualTo("BUILDING");
        assertThat(alarm.missed()).isGreaterThanOrEqualTo(16);
        assertThat(count("incident where person_id is not null")).isZero();
        assertThat(count("incident where severity = 'LINE'")).isEqualTo(1);
        assertThat(alarm.waiting()).isEqualTo(200);
        assertThat(alarm.people()).isEqualTo(200);
        assertThat(count("wellness_check where state = 'WAITING' and paused_by is not null"))
                .isEqualTo(200);
    }

    @Test
    void twoWhoMissAreTwoIncidents() {
        houseIsSilent(peopleOf(2, "示范路8号"));

        assertThat(count("alarm")).isZero();
        assertThat(count("incident where person_id is not null")).isEqualTo(2);
    }

    @Test
    void thatTheSilentAreHeardOfLastIsNoOutage() {
        var people = new ArrayList<Long>();
        for (int house = 1; house <= 60; house++) {
            people.add(neighbour("示范路%d号".formatted(house), 1, "138"));
        }
        rounds(people);
        var calls = ringingElders();
        var silent = new ArrayList<CallId>();
        for (int i = 0; i < calls.size(); i++) {
            if (i % 3 == 0) {
                silent.add(calls.get(i));
            } else {
                answersFine(calls.get(i));
            }
        }
        silent.forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));
        turn.sweep();

        assertThat(silent).hasSize(20);
        assertThat(count("alarm")).isZero();
    }

    @Test
    void theDeskIsRungAndSomebodyTakesIt() {
        rounds(peopleOf(30, "示范路8号"));
        ringingElders().forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));
        turn.sweep();
        turn.sweep();

        var call = ringingDesk();
        var line = ScriptedLine.pressing(call, '1');
        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        assertThat(line.heard("alarm-choices")).isTrue();
        assertThat(line.heard("alarm-taken")).isTrue();
        assertThat(line.heard().toString()).doesNotContain("示范路8号");

        var listed = incidents.page(Set.of(), Long.MAX_VALUE, 10).getFirst();
        assertThat(listed.person()).isNull();
        assertThat(listed.part()).isEqualTo("示范路8号");
        assertThat(listed.state().name()).isEqualTo("TAKEN");
    }

    @Test
    void theRestOfTheTownGoesOn() {
        houseIsSilent(peopleOf(40, "示范路8号"));
        var others = peopleOf(5, "示范路9号");
        rounds(others);

        assertThat(ringingElders()).hasSize(5);
    }

    @Test
    void probesGetThroughAndEverybodyIsReached() {
        var people = peopleOf(50, "示范路8号");
        houseIsSilent(people);
        probeTimeComes();
        turn.sweep();
        turn.sweep();

        var probes = ringingElders();
        assertThat(probes).hasSize(3);
        assertThat(onlyAlarm().state()).isEqualTo("PROBING");
        probes.forEach(this::answersFine);
        turn.sweep();
        assertThat(onlyAlarm().state()).isEqualTo("RESUMED");
        assertThat(onlyAlarm().resumedBy()).isEqualTo("system");

        turn.sweep();
        var rest = ringingElders();
        assertThat(rest).hasSize(47);
        rest.forEach(this::answersFine);
        assertThat(count("wellness_check where verdict = 'CONFIRMED'")).isEqualTo(50);
        assertThat(count("incident where person_id is not null")).isZero();
    }

    private void answersFine(CallId call) {
        turn.hold(ScriptedLine.pressing(call, '1'));
        telephone.end(call, CallOutcome.ANSWERED);
    }

    @Test
    void probesInVainWaitLongerAndCountForNobody() {
        houseIsSilent(peopleOf(50, "示范路8号"));
        for (int i = 1; i <= 3; i++) {
            probeTimeComes();
            turn.sweep();
            turn.sweep();
            var probes = ringingElders();
            assertThat(probes).hasSize(3);
            probes.forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));
            turn.sweep();
            turn.sweep();
            assertThat(onlyAlarm().state()).isEqualTo("OPEN");
            assertThat(onlyAlarm().probes()).isEqualTo(i);
        }
        assertThat(count("incident where person_id is not null")).isZero();
        assertThat(onlyAlarm().waiting()).isEqualTo(50);
    }

    @Test
    void aKillBetweenProbeAndEndLosesNobody() {
        houseIsSilent(peopleOf(50, "示范路8号"));
        probeTimeComes();
        turn.sweep();
        turn.sweep();
        assertThat(ringingElders()).hasSize(3);
        jdbc.sql("update attempt set deadline_at = clock_timestamp() where ended_at is null")
                .update();
        turn.sweep();
        turn.sweep();

        assertThat(onlyAlarm().state()).isEqualTo("OPEN");
        assertThat(count("wellness_check where state = 'WAITING' and next_action_at is not null"))
                .isEqualTo(50);
    }

    @Test
    void somebodyWithANameOverrules() {
        houseIsSilent(peopleOf(30, "示范路8号"));

        assertThat(overrule.resume(onlyAlarm().id(), Actor.duty("王"), "去看过了，都在家")).isTrue();
        assertThat(overrule.resume(onlyAlarm().id(), Actor.duty("王"), "再一次")).isFalse();
        turn.sweep();

        assertThat(onlyAlarm().resumedBy()).isEqualTo("duty:王");
        assertThat(ringingElders()).hasSize(30);
    }

    @Test
    void whoIsReleasedAndStillSilentIsAnIncidentEach() {
        var people = peopleOf(30, "示范路8号");
        houseIsSilent(people);
        jdbc.sql("update wellness_check set attempts_counted = 2").update();
        overrule.resume(onlyAlarm().id(), Actor.duty("王"), "去看过了");
        turn.sweep();
        ringingElders().forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));

        assertThat(count("incident where person_id is not null")).isEqualTo(30);
    }

    @Test
    void aWindowThatClosesMeanwhileIsExtendedAndShown() {
        houseIsSilent(peopleOf(30, "示范路8号"));
        jdbc.sql(
                        """
                        update wellness_check set window_closes_at = clock_timestamp(),
                            next_action_at = clock_timestamp()
                        """)
                .update();
        turn.sweep();
        turn.sweep();

        assertThat(count("incident where person_id is not null")).isZero();
        assertThat(
                        count(
                                """
                                wellness_check where planned_close is not null
                                    and window_closes_at > planned_close and state = 'WAITING'
                                """))
                .isEqualTo(30);
    }

    @Test
    void afterTheTownsLatestHourEverybodyUnreachedIsAnIncident() {
        houseIsSilent(peopleOf(30, "示范路8号"));
        jdbc.sql(
                        """
                        update wellness_check set day = day - 1, window_closes_at = clock_timestamp(),
                            next_action_at = clock_timestamp()
                        """)
                .update();
        turn.sweep();
        turn.sweep();

        assertThat(count("incident where person_id is not null")).isEqualTo(30);
        assertThat(count("wellness_check where verdict = 'ESCALATED'")).isEqualTo(30);
    }

    @Test
    void whoIsAtHighRiskIsNotKeptFromTheLadder() {
        var people = peopleOf(30, "示范路8号");
        jdbc.sql("update person set risk = 'HIGH' where id = ?").param(people.getFirst()).update();
        houseIsSilent(people);
        assertThat(onlyAlarm().atHighRisk()).isEqualTo(1);
        jdbc.sql(
                        """
                        update wellness_check set window_closes_at = clock_timestamp(),
                            next_action_at = clock_timestamp()
                        """)
                .update();
        turn.sweep();
        turn.sweep();

        assertThat(
                        jdbc.sql("select person_id from incident where person_id is not null")
                                .query(Long.class)
                                .list())
                .containsExactly(people.getFirst());
    }

    @Test
    void aDeadTrunkPausesEverythingAndIsProbedWithOneCall() {
        var people = new ArrayList<Long>();
        for (int house = 1; house <= 40; house++) {
            people.add(
                    neighbour(
                            "示范路%d号".formatted(house),
                            1,
                            List.of("130", "137", "139", "150").get(house % 4)));
        }
        rounds(people);
        ringingElders().forEach(call -> telephone.end(call, CallOutcome.CONGESTION));
        turn.sweep();
        turn.sweep();
        ringingElders().forEach(call -> telephone.end(call, CallOutcome.CONGESTION));
        turn.sweep();

        assertThat(onlyAlarm().kind().name()).isEqualTo("TRUNK");
        assertThat(ringingElders()).isEmpty();
        probeTimeComes();
        turn.sweep();
        turn.sweep();
        var first = ringingElders();
        assertThat(first).hasSize(1);
        telephone.end(first.getFirst(), CallOutcome.NO_ANSWER);
        turn.sweep();
        probeTimeComes();
        turn.sweep();
        turn.sweep();
        ringingElders().forEach(call -> telephone.end(call, CallOutcome.NO_ANSWER));
        turn.sweep();
        turn.sweep();

        assertThat(onlyAlarm().state()).isEqualTo("RESUMED");
        assertThat(ringingElders()).hasSizeGreaterThan(30);
        assertThat(count("incident where person_id is not null")).isZero();
    }

    @Test
    void oneOperatorsNumbersFailAndTheOthersAreRung() {
        var people = new ArrayList<Long>();
        for (int house = 1; house <= 60; house++) {
            people.add(neighbour("示范路%d号".formatted(house), 1, house % 2 == 0 ? "138" : "139"));
        }
        rounds(people);
        for (var call : ringingElders()) {
            var failing =
                    jdbc.sql("select prefix = '138' from line_sample where call_id = ?")
                            .param(call.value())
                            .query(Boolean.class)
                            .single();
            if (failing) {
                telephone.end(call, CallOutcome.UNREACHABLE);
            } else {
                answersFine(call);
            }
        }
        turn.sweep();

        assertThat(onlyAlarm().kind().name()).isEqualTo("PREFIX");
        assertThat(onlyAlarm().part()).startsWith("138");
        assertThat(count("wellness_check where verdict = 'CONFIRMED'")).isEqualTo(30);
    }
}
