package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DeskStory;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@DeskStory
class ImpatientFingersStory {

    @Test
    void aKeyInTheMiddleOfTheGreetingCounts(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-greeting").presses("2").hears("hotline-need-noted");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "MEDICAL");
    }

    @Test
    void ofFortyKeysTheFirstOneCounts(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-greeting").presses("3" + "1234567890*#".repeat(3) + "123");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "CARE");
    }
}
