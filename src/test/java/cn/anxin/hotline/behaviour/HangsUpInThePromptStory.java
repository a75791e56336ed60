package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class HangsUpInThePromptStory {

    @Test
    void isAskedAgainAndMissedAtLast(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        elder.phone().picksUp().hangsUp();
        elder.phone().picksUp().hears("check-greeting").hangsUp();
        elder.phone().picksUp().hears("check-question").hangsUp();

        elder.volunteer()
                .picksUp()
                .hears("incident-missed")
                .presses("1")
                .hears("incident-taken")
                .isHungUpOn();
        town.office().seesCheckEnd(elder, "ESCALATED");
        assertThat(town.office().check(elder).path("lastResult").asString(""))
                .isEqualTo("UNCONFIRMED");
    }
}
