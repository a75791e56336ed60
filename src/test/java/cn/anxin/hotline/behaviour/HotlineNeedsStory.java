package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Story
class HotlineNeedsStory {

    @ParameterizedTest
    @CsvSource({"1, LIVING", "2, MEDICAL", "3, CARE", "4, COMFORT", "6, VACCINATION"})
    void aKeyMakesACaseAndBringsAPerson(String key, String need, Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var dialled = town.dials(Caller.of(elder.phone().number()));
        var call = town.answered(dialled).hears("hotline-greeting");
        town.figures()
                .took(
                        "INVITE to us → greeting's first RTP",
                        dialled.when(Moment.INVITED),
                        call.heardAt());
        call.presses(key).hears("hotline-need-noted");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();

        var made = town.office().seesCase(elder, need);
        assertThat(made.path("callBack").asBoolean()).isFalse();
    }

    @Test
    void anEmergencyRingsTheVolunteerToo(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu").presses("5");
        var volunteer = elder.volunteer().picksUp();
        call.hears("hotline-emergency");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        volunteer.hears("incident-emergency").presses("1").hears("incident-taken").isHungUpOn();
        officer.hangsUp();
        call.hangsUp();

        assertThat(town.office().seesCase(elder, "EMERGENCY").path("urgent").asBoolean()).isTrue();
        town.office().seesIncident(elder, "TAKEN");
    }
}
