package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class VolunteerDeclinesBackupTakesStory {

    @Test
    void theBackupIsRungAtOnceAndTheVolunteerNoMore(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        var volunteer = elder.volunteer().picksUp().hears("incident-missed").presses("3");
        elder.backup()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();
        volunteer.hears("incident-declined").isHungUpOn();

        town.office().seesIncident(elder, "TAKEN");
        assertThat(elder.volunteer().unheededRings()).isZero();
    }
}
