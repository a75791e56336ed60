package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

/** At every step; what was owed to the caller by then stays owed. */
@Story
class CallerHangsUpStory {

    @Test
    void beforeItIsAnswered(Town town) {
        town.dials(Caller.anonymous()).hangUp();
    }

    @Test
    void inTheGreeting(Town town) {
        var elder = town.servedPerson();
        town.answered(town.dials(Caller.of(elder.phone().number())))
                .hears("hotline-greeting")
                .hangsUp();

        assertThat(town.office().seesCase(elder, "CALL_BACK").path("callBack").asBoolean())
                .isTrue();
    }

    @Test
    void inTheMenu(Town town) {
        var elder = town.servedPerson();
        town.answered(town.dials(Caller.of(elder.phone().number())))
                .hears("hotline-menu")
                .hangsUp();

        assertThat(town.office().seesCase(elder, "CALL_BACK").path("callBack").asBoolean())
                .isTrue();
    }

    @Test
    void rightAfterTheKey(Town town) {
        var elder = town.servedPerson();
        town.answered(town.dials(Caller.of(elder.phone().number())))
                .hears("hotline-menu")
                .presses("4")
                .hangsUp();

        town.office().seesCallBackOwed(elder, "COMFORT");
    }

    @Test
    void whileTheDeskRings(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").presses("4").hears("hotline-need-noted");
        var ringing = desk.ringsFor(elder.phone().number());
        call.hangsUp();
        town.seesEnd(ringing);

        elder.volunteer()
                .picksUp()
                .hears("incident-help")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();
        town.office().seesCallBackOwed(elder, "COMFORT");
    }

    @Test
    void whileTalking(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").presses("0");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        assertThat(town.office().seesCase(elder, "PERSON").path("callBack").asBoolean()).isFalse();
    }
}
