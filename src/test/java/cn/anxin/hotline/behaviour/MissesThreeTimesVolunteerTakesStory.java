package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class MissesThreeTimesVolunteerTakesStory {

    @Test
    void theVolunteerHearsWhoItIsAndTakesIt(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);
        elder.phone().letsItRing();
        elder.phone().letsItRing();
        var last = elder.phone().letsItRing();

        var volunteer = elder.volunteer().picksUp();
        volunteer
                .hears("incident-greeting")
                .hearsWords(elder.nameAndAddress())
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "ESCALATED");
        var incident = town.office().seesIncident(elder, "TAKEN");
        assertThat(incident.path("takenBy").asString("")).startsWith("volunteer:");
        assertThat(town.office().causes(elder)).containsExactly("CHECK_MISSED");
        town.figures()
                .took(
                        "last missed attempt's end → INVITE to the volunteer",
                        last.when(Moment.ENDED),
                        volunteer.call().when(Moment.INVITED));
    }
}
