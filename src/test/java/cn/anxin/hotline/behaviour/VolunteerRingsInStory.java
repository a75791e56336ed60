package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class VolunteerRingsInStory {

    @Test
    void theVolunteerHearsWhoseTurnItIsAndReportsThatAllIsWell(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);
        elder.volunteer()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();

        var call = town.answered(town.dials(Caller.of(elder.volunteer().number())));
        call.hears("hotline-greeting").hears("volunteer-menu-list").presses("1");
        call.hearsWords("这是%s的事：".formatted(elder.name()))
                .hears("volunteer-what-missed")
                .hears("volunteer-taken-choices")
                .presses("1")
                .hears("volunteer-settled-well")
                .hears("volunteer-note")
                .presses("2")
                .hears("volunteer-anything-else")
                .hangsUp();

        var incident = town.office().seesIncident(elder, "SETTLED");
        assertThat(incident.path("outcome").asString("")).isEqualTo("WELL");
        assertThat(incident.path("settledBy").asString("")).startsWith("volunteer:");
    }

    @Test
    void whoSaysNothingToTheMenuIsPutThroughToTheDesk(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        var number = elder.volunteer().number();

        var call = town.answered(town.dials(Caller.of(number)));
        call.hears("volunteer-menu-person").hears("to-duty");
        var officer = desk.picksUp(number);
        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();
    }
}
