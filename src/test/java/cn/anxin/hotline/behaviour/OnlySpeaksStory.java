package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class OnlySpeaksStory {

    @Test
    void aHumanEarHearsThatTheyAreWell(Town town) {
        var elder = town.servedPerson();
        town.startRound(elder);

        var call = elder.phone().picksUp().hears("check-question");
        call.says("check-fine-not-kept").hears("check-not-heard-slow");
        call.says("check-fine-not-kept").hears("check-leave-a-word");
        call.listensToTheEndOf("check-leave-a-word").says("check-lacking-noted");
        call.hears("check-word-kept").hangsUp();
        // they are asked again while nobody has listened
        elder.phone().refuses(486);

        var reply = town.office().playsSpokenReply(elder);
        assertThat(town.installation().ear().first("check-lacking-noted", reply)).isPresent();
        town.office().hearsThatTheyAreWell(elder);
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }

    @Test
    void aVoiceIsNoKeySoAPersonListens(Town town) {
        var elder = town.servedPerson();
        var desk = town.dutyDesk();
        town.startRound(elder);

        var call = elder.phone().picksUp().hears("check-question");
        call.says("check-fine-not-kept").hears("check-not-heard-slow");
        call.says("check-fine-not-kept").hears("check-leave-a-word");
        call.listensToTheEndOf("check-leave-a-word").says("check-lacking-noted");
        call.hears("check-word-kept").hears("check-to-person");
        var officer = desk.picksUp(elder.phone().number());
        town.talkTogether(call, officer);
        officer.hangsUp();
        call.hangsUp();

        assertThat(town.office().check(elder).path("verdict").asString("")).isEmpty();
        elder.phone()
                .picksUp()
                .hears("check-question")
                .presses("1")
                .hears("check-fine")
                .isHungUpOn();
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }
}
