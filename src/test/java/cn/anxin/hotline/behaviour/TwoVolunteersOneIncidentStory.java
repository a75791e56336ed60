package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.DeskStory;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@DeskStory
class TwoVolunteersOneIncidentStory {

    @Test
    void whoComesSecondHearsThatSomebodyHasIt(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);
        elder.volunteer().refuses(486);
        elder.backup().refuses(486);

        var volunteer = elder.volunteer().picksUp().hears("incident-greeting");
        var backup = elder.backup().picksUp().hears("incident-greeting");
        volunteer.presses("1").hears("incident-taken").isHungUpOn();
        backup.presses("1").hears("incident-taken-by-other").isHungUpOn();

        town.office().seesIncident(elder, "TAKEN");
    }
}
