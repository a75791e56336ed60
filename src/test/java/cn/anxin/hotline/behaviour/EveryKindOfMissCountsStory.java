package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Story
class EveryKindOfMissCountsStory {

    @ParameterizedTest
    @CsvSource({"486, BUSY", "600, BUSY", "603, REJECTED", "480, NO_ANSWER", "408, UNREACHABLE"})
    void threeTimesAndTheVolunteerIsRung(int sipStatus, String result, Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        elder.phone().refuses(sipStatus);
        elder.phone().refuses(sipStatus);
        elder.phone().refuses(sipStatus);
        elder.volunteer()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "ESCALATED");
        town.office().seesAttempt(elder, result);
    }
}
