package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

/** Voicemail answers a mobile too, so its owner has to press a key. */
@DisasterStory
class DutyMobileStory {

    @Test
    void withKeyOneItsOwnerTalksWithTheCaller(Town town) {
        var desk = town.dutyDesk();
        var mobile = desk.mobile();
        var call = town.answered(town.dials(Caller.anonymous()));
        call.hears("hotline-menu").presses("0").hears("to-duty");
        var atDesk = desk.ringsFor("");

        var officer = mobile.picksUp().hears("duty-accept").presses("1");
        town.talkTogether(call, officer);
        town.seesEnd(atDesk);
        officer.hangsUp();
        call.hears("duty-left").hangsUp();
    }

    @Test
    void withoutAKeyTheCallerGoesOnWaitingForTheOthers(Town town) {
        var desk = town.dutyDesk();
        var mobile = desk.mobile();
        var call = town.answered(town.dials(Caller.anonymous()));
        call.hears("hotline-menu").presses("0").hears("to-duty");

        mobile.picksUp().hears("duty-accept").hears("duty-not-taken").isHungUpOn();
        var officer = desk.picksUp("");
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();
    }
}
