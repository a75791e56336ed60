package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class ElderAnswersAndPressesOneStory {

    @Test
    void isConfirmedAndNobodyElseIsRung(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        elder.phone()
                .picksUp()
                .hears("check-greeting")
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "CONFIRMED");
        assertThat(town.office().incident(elder)).isEmpty();
    }
}
