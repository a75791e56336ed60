package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.DeskStory;
import cn.anxin.hotline.behaviour.town.Installation;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@DeskStory
class NobodyTakesEverybodyIsRungAgainStory {

    @Test
    void volunteerThenBackupThenTheDeskThenAllVolunteersAtOnce(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.neverReached(elder);

        elder.volunteer().letsItRing();
        elder.backup().refuses(486);
        desk.letsItRing(Installation.NUMBER);
        var backup = elder.backup().rings();
        elder.volunteer()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();

        town.office().seesIncident(elder, "TAKEN");
        town.seesEnd(backup);
    }
}
