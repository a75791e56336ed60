package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@DisasterStory
class RedisFlushedMidCallStory {

    @Test
    void flushedOrKilledCallsGoOnAndNothingOwedIsLost(Town town) {
        var redis = town.installation().redis();
        var desk = town.dutyDesk();
        var elder = town.servedPerson();
        var caller = town.servedPerson();
        town.startRound(elder);
        var check = elder.phone().picksUp().hears("check-greeting");
        var call = town.answered(town.dials(Caller.of(caller.phone().number())));
        call.hears("hotline-greeting");

        redis.flush();
        check.presses("1").hears("check-fine").isHungUpOn();
        redis.kill();
        call.presses("2").hears("hotline-need-noted");
        var officer = desk.picksUp(caller.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        town.office().seesCheckEnd(elder, "CONFIRMED");
        town.office().seesCase(caller, "MEDICAL");
    }
}
