package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class ImpatientFingersStory {

    @Test
    void aKeyInTheMiddleOfTheWordsCounts(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").presses("2").hears("hotline-need-noted");
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
        call.hears("hotline-menu").presses("3" + "1234567890*#".repeat(3) + "123");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "CARE");
    }
}
