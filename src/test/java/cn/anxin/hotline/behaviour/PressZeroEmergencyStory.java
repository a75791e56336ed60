package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class PressZeroEmergencyStory {

    @Test
    void deskAndVolunteerHearThatItIsUrgent(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.startRound(elder);

        var call = elder.phone().picksUp().hears("check-question").presses("0");
        var volunteer = elder.volunteer().picksUp();
        call.hears("check-emergency");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        volunteer.hears("incident-emergency").presses("1").hears("incident-taken").isHungUpOn();
        officer.hangsUp();
        call.hears("duty-left").hangsUp();

        var incident = town.office().seesIncident(elder, "TAKEN");
        assertThat(incident.path("severity").asString("")).isEqualTo("EMERGENCY");
    }
}
