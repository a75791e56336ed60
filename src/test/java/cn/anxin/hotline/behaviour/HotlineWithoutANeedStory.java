package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has to find the right key, or any. */
@Story
class HotlineWithoutANeedStory {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "*", "#"})
    void zeroAndWrongKeysBringAPerson(String key, Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").presses(key).hears("to-duty");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "PERSON");
    }

    @Test
    void silenceBringsAPerson(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-greeting").hears("hotline-menu").hears("to-duty");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "PERSON");
    }

    @Test
    void aVoiceBringsAPerson(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").says("check-fine-not-kept").hears("to-duty");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCase(elder, "PERSON");
    }
}
