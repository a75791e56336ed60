package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A volunteer talks with the elder when the service dies. */
@DisasterStory
class TalkOutlivesTheServiceStory {
    private static final Duration LONGER_THAN_ANY_LEASE = Duration.ofSeconds(6);

    @Test
    void theTalkGoesOnAndAfterwardsTheDeskAsks(Town town) {
        var desk = town.dutyDesk();
        var elder = town.servedPerson();
        town.neverReached(elder);
        var volunteer = elder.volunteer().picksUp().hears("incident-choices").presses("2");
        var answered = elder.phone().picksUp();
        town.talkTogether(volunteer, answered);

        town.installation().service().kill();
        assertThat(answered.call().linger(LONGER_THAN_ANY_LEASE)).as("the talk goes on").isTrue();

        answered.hangsUp();
        volunteer.hears("fallback-placed");
        var officer = desk.picksUp(elder.volunteer().number());
        town.talkTogether(volunteer, officer);
        officer.hangsUp();
        volunteer.hangsUp();
    }
}
