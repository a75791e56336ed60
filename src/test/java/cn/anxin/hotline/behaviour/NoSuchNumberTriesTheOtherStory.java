package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class NoSuchNumberTriesTheOtherStory {

    @Test
    void theOtherNumberIsRungAtOnceAndTheDeadOneNoMore(Town town) {
        var elder = town.servedPersonWithTwoPhones();
        town.startRound(elder);

        elder.phone().refuses(404);
        elder.secondPhone().refuses(486);
        elder.secondPhone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();

        town.office().seesCheckEnd(elder, "CONFIRMED");
    }

    @Test
    void withoutAnyNumberSomebodyGoesThere(Town town) {
        var elder = town.servedPersonWithTwoPhones();
        town.startRound(elder);

        elder.phone().refuses(404);
        elder.secondPhone().refuses(410);
        elder.volunteer()
                .picksUp()
                .hears("incident-no-number")
                .presses("1")
                .hears("incident-taken");

        town.office().seesCheckEnd(elder, "ESCALATED");
        assertThat(town.office().causes(elder)).containsExactly("NO_SUCH_NUMBER");
    }
}
