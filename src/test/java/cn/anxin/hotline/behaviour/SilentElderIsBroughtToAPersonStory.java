package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class SilentElderIsBroughtToAPersonStory {

    @Test
    void afterOneSlowRepetition(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.startRound(elder);

        var call =
                elder.phone()
                        .picksUp()
                        .hears("check-question")
                        .hears("check-not-heard-slow")
                        .hears("check-question-slow")
                        .hears("check-to-person");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        // talking with somebody is no confirmation: they are asked again
        elder.phone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }
}
