package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class CongestionIsOurFaultStory {

    @Test
    void itUsesUpNoAttemptAndOpensNoIncident(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        elder.phone().refuses(503);
        elder.phone().refuses(502);
        elder.phone().refuses(503);
        elder.phone().refuses(500);
        assertThat(town.office().incident(elder)).isEmpty();
        elder.phone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "CONFIRMED");
        var check = town.office().check(elder);
        assertThat(check.path("attemptsMade").asInt()).isEqualTo(5);
        assertThat(check.path("attemptsCounted").asInt()).isZero();
        assertThat(town.office().incident(elder)).isEmpty();
    }
}
