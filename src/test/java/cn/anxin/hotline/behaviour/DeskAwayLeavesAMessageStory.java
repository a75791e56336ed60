package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class DeskAwayLeavesAMessageStory {

    @Test
    void theMessageIsKeptAndOwed(Town town) {
        var elder = town.servedPerson();

        var call = town.answered(town.dials(Caller.of(elder.phone().number())));
        call.hears("hotline-menu")
                .presses("1")
                .hears("hotline-need-noted")
                .hears("comfort-wait")
                .hears("message-ask");
        call.listensToTheEndOf("message-ask")
                .says("check-help")
                .presses("#")
                .hears("message-thanks");
        call.isHungUpOn();

        elder.volunteer().picksUp().hears("incident-help").presses("1").hears("incident-taken");
        var made = town.office().seesCallBackOwed(elder, "LIVING");
        assertThat(made.path("recorded").asBoolean()).isTrue();
    }
}
