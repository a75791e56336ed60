package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class BusyThenAnswersStory {

    @Test
    void isRungAgainAndConfirmed(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        elder.phone().refuses(486);
        town.office().seesAttempt(elder, "BUSY");
        elder.phone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "CONFIRMED");
        assertThat(town.office().check(elder).path("attemptsMade").asInt()).isEqualTo(2);
    }
}
