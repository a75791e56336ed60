package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class VolunteerPressesAndHangsUpStory {

    @Test
    void theKeyCounts(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        elder.volunteer().picksUp().hears("incident-greeting").presses("1").hangsUp();

        town.office().seesIncident(elder, "TAKEN");
    }
}
