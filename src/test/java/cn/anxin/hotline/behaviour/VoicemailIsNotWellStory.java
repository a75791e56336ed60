package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Manners;
import cn.anxin.hotline.behaviour.phone.Sound;
import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Story
class VoicemailIsNotWellStory {
    private static final Duration GREETING = Duration.ofSeconds(8);
    private static final Duration ROOM_FOR_A_MESSAGE = Duration.ofSeconds(6);

    @Test
    void aMachineThatAnswersConfirmsNobody(Town town) {
        var elder = town.servedPerson();
        elder.phone()
                .always(
                        Manners.answers(
                                Duration.ofMillis(500),
                                call -> {
                                    call.say(Sound.tone(440, GREETING));
                                    call.linger(ROOM_FOR_A_MESSAGE);
                                    call.hangUp();
                                }));
        town.startRound(elder);

        elder.volunteer().picksUp().hears("incident-missed").presses("1").hears("incident-taken");

        town.office().seesCheckEnd(elder, "ESCALATED");
        assertThat(elder.phone().unheededRings()).isEqualTo(3);
        assertThat(town.office().check(elder).path("maybeMachine").asBoolean())
                .as("told to whoever looks after them")
                .isTrue();
    }
}
