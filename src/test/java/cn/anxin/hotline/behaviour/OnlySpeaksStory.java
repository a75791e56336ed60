package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class OnlySpeaksStory {

    @Test
    void aVoiceIsNoKeySoAPersonListens(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.startRound(elder);

        var call = elder.phone().picksUp().hears("check-question");
        call.says("check-fine-not-kept").hears("check-not-heard-slow");
        call.says("check-fine-not-kept").hears("check-to-person");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        officer.hangsUp();
        call.hangsUp();

        assertThat(town.office().check(elder).path("verdict").asString("")).isEmpty();
        elder.phone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }
}
