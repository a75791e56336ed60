package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class VolunteerAnswersWithoutKeyStory {

    @Test
    void hangingUpIsNoPromise(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        elder.volunteer().picksUp().hears("incident-missed").hangsUp();

        elder.backup()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();
        town.office().seesIncident(elder, "TAKEN");
    }

    @Test
    void silenceIsNoPromise(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        elder.volunteer()
                .picksUp()
                .hears("incident-choices")
                .hears("incident-choices-slow")
                .hears("incident-choices-slow")
                .hears("incident-no-key")
                .isHungUpOn();

        elder.backup()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();
        town.office().seesIncident(elder, "TAKEN");
    }
}
