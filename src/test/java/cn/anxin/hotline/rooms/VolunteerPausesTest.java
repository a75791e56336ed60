package cn.anxin.hotline.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.call.Answer;
import cn.anxin.hotline.call.Ending;
import cn.anxin.hotline.call.Prompt;
import cn.anxin.hotline.testing.TestRoster;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody of a volunteer's is away. */
class VolunteerPausesTest extends MenuStory {

    private LocalDate today() {
        return jdbc.sql("select (clock_timestamp() at time zone ?)::date")
                .param(hotline.zone().getId())
                .query(LocalDate.class)
                .single();
    }

    private String pause(String what) {
        return jdbc.sql("select %s::text from pause".formatted(what)).query(String.class).single();
    }

    private int pauses() {
        return jdbc.sql("select count(*) from pause").query(Integer.class).single();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, TRAVEL, 1",
        "1, 1, 9, HOSPITAL, 9",
        "3, 2, 1, FAMILY, 7",
        "4, 2, 9, OTHER, 63"
    })
    void thePauseIsSaidBackAndConfirmed(char why, char unit, char count, String reason, int days) {
        var line = pressing(VOLUNTEER, "2" + why + unit + count + "1");
        turn.hold(line);

        var back = today().plusDays(days);
        var last = back.minusDays(1);
        assertThat(line.heard())
                .contains(
                        Prompt.spoken(
                                "唐桂兰的问候，从今天停到%d月%d号，%d月%d号起再打电话。"
                                        .formatted(
                                                last.getMonthValue(),
                                                last.getDayOfMonth(),
                                                back.getMonthValue(),
                                                back.getDayOfMonth()),
                                "volunteer-pause-as-you-said"));
        assertThat(line.heard("volunteer-paused")).isTrue();
        assertThat(pause("reason")).isEqualTo(reason);
        assertThat(pause("begins_on")).isEqualTo(today().toString());
        assertThat(pause("back_on")).isEqualTo(back.toString());
        assertThat(pause("owner")).isEqualTo("volunteer:" + paired());
    }

    @Test
    void whoIsNotSureSaysItAnewAndUntilThenNothingIsPaused() {
        turn.hold(pressing(VOLUNTEER, "22192"));
        assertThat(pauses()).isZero();

        turn.hold(pressing(VOLUNTEER, "221922131"));
        assertThat(pause("back_on")).isEqualTo(today().plusDays(3).toString());
    }

    @Test
    void whoHangsUpBeforeTheyConfirmHasPausedNobody() {
        turn.hold(pressing(VOLUNTEER, "2219"));
        assertThat(pauses()).isZero();
    }

    @Test
    void ofSeveralPeopleOneIsChosen() {
        var second = person("何凤英", "+8613800000002");
        pair(second, 1, paired());
        var line = pressing(VOLUNTEER, "222111");
        turn.hold(line);

        assertThat(line.heard()).contains(Prompt.spoken("唐桂兰，请按1。何凤英，请按2。", "volunteer-whom"));
        assertThat(pause("person_id")).isEqualTo(Long.toString(second));
    }

    @Test
    void whoIsAwayAlreadyIsNotPausedTwice() {
        turn.hold(pressing(VOLUNTEER, "22131"));
        var line = pressing(VOLUNTEER, "22111");
        turn.hold(line);

        assertThat(line.heard("volunteer-paused-already")).isTrue();
        assertThat(pauses()).isOne();
    }

    @Test
    void whoWasFoundToBeAwayNeedNotBeRungTomorrow() {
        taken();
        turn.hold(pressing(VOLUNTEER, "1432" + "12221"));

        assertThat(incidentColumn("outcome")).isEqualTo("AWAY");
        assertThat(pause("back_on")).isEqualTo(today().plusDays(14).toString());
    }

    @Test
    void alsoSomebodyOfTheFamilyMaySaySo() {
        new TestRoster(jdbc).family(elder, 1, "唐小梅", "+8613611112233");
        taken();
        jdbc.sql("update incident set taken_by = ?").param("family:" + elder + "/1").update();
        turn.hold(pressing("+8613611112233", "1422" + "11151"));

        assertThat(pause("owner")).isEqualTo("family:" + elder + "/1");
    }

    @Test
    void withoutPeopleOfTheirOwnThereIsNobodyToPause() {
        volunteer("顾秀珍", "+8613900000177");
        var line = from("+8613900000177", new Answer.Pressed('2'), new Answer.Silent());

        assertThat(turn.hold(line)).isEqualTo(new Ending.HangUp());
        assertThat(line.heard("volunteer-nobody-yours")).isTrue();
    }
}
