package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.CallId;
import cn.anxin.hotline.call.CallOutcome;
import cn.anxin.hotline.testing.TestRoster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The network says that a number does not exist: of one it may be true, of everybody it is not. */
@TestPropertySource(
        properties = {
            "hotline.wellness.number-doubt=10m",
            "hotline.wellness.latest=23:59:58",
            "hotline.wellness.common-causes.first-pause=1h",
            "hotline.wellness.common-causes.longest-pause=1h"
        })
class NumberInDoubtTest extends RoomStory {

    private void tenMinutesPass() {
        jdbc.sql("update attempt set placed_at = placed_at - interval '11 min'").update();
        jdbc.sql(
                        """
                        update wellness_check set next_action_at = clock_timestamp(), queued = false
                        where state = 'WAITING' and paused_by is null
                        """)
                .update();
        turn.sweep();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private String cause() {
        return jdbc.sql(
                        """
                        select kind from incident_cause
                        join incident on incident.id = incident_id where person_id = ?
                        """)
                .param(elder)
                .query(String.class)
                .single();
    }

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

    private List<Long> peopleAllOverTown(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(place -> {
                    var operator = List.of("130", "137", "139", "150").get(place % 4);
                    var id = person("老人", "+86%s%08d".formatted(operator, place));
                    new TestRoster(jdbc).address(id, "示范路%d号1室".formatted(place));
                    return id;
                })
                .toList();
    }

    @Test
    void isRungAgainBeforeItIsBelievedAndDoesNotCountMeanwhile() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        assertThat(checkState()).isEqualTo("WAITING");
        assertThat(countedAttempts()).isZero();
        assertThat(telephone.silent()).as("not at once").isTrue();

        tenMinutesPass();
        telephone.end(telephone.rings(ELDER), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        assertThat(checkState()).isEqualTo("ESCALATED");
        assertThat(cause()).isEqualTo("NO_SUCH_NUMBER");
        telephone.rings(VOLUNTEER);
    }

    @Test
    void aNumberThatExistsAfterAllIsNoIncident() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        tenMinutesPass();
        turn.hold(ScriptedLine.pressing(telephone.rings(ELDER), '1'));

        assertThat(checkState()).isEqualTo("CONFIRMED");
        assertThat(incidentState()).isEqualTo("none");
    }

    @Test
    void theOtherNumberIsRungAtOnce() {
        new TestRoster(jdbc).number(elder, 2, ELDER_AT_HOME);
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        turn.sweep();

        telephone.rings(ELDER_AT_HOME);
    }

    @Test
    void aWindowThatClosesMeanwhileIsAnIncidentAndSaysWhy() {
        telephone.end(check(), CallOutcome.NO_SUCH_NUMBER);
        jdbc.sql(
                        """
                        update wellness_check set window_closes_at = clock_timestamp(),
                            next_action_at = clock_timestamp()
                        """)
                .update();
        turn.sweep();

        assertThat(checkState()).isEqualTo("ESCALATED");
        assertThat(cause()).isEqualTo("NO_SUCH_NUMBER");
    }

    @Test
    void aNetworkThatSaysSoOfEverybodyIsOneAlarmAndNobodysIncident() {
        jdbc.sql("update person set enrolled = false where id = ?").param(elder).update();
        telephone.free(30);
        rounds.startNow(peopleAllOverTown(60));
        turn.sweep();
        // one wave, all of which has ended before anything is weighed
        var wave = ringingElders();
        assertThat(wave).hasSizeGreaterThanOrEqualTo(25);
        wave.forEach(call -> telephone.end(call, CallOutcome.NO_SUCH_NUMBER));
        assertThat(count("incident where person_id is not null")).isZero();
        turn.sweep();
        turn.sweep();

        assertThat(
                        jdbc.sql("select kind from alarm where state <> 'RESUMED'")
                                .query(String.class)
                                .list())
                .containsExactly("TRUNK");
        assertThat(count("incident where person_id is not null")).isZero();
        assertThat(count("wellness_check where attempts_counted > 0")).isZero();
        tenMinutesPass();
        assertThat(ringingElders()).as("nobody is rung while the trunk is paused").isEmpty();
    }
}
