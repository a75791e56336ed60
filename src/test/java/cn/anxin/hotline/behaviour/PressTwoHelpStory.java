package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class PressTwoHelpStory {

    @Test
    void theElderStaysOnTheLineWhileDeskAndVolunteerAreRung(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.startRound(elder);

        var call = elder.phone().picksUp().hears("check-question").presses("2");
        var pressed = call.lastKey();
        var volunteer = elder.volunteer().picksUp();
        call.hears("check-help");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        volunteer.hears("incident-help").presses("1").hears("incident-taken").isHungUpOn();
        call.isStillOnTheLine().hangsUp();
        officer.isHungUpOn();

        town.office().seesCheckEnd(elder, "ESCALATED");
        town.office().seesIncident(elder, "TAKEN");
        assertThat(town.office().causes(elder)).containsExactly("ASKED_FOR_HELP");
        town.figures()
                .took(
                        "key 2 let go → INVITE to the duty phone",
                        pressed,
                        officer.call().when(Moment.INVITED));
    }
}
