package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Story
class VolunteerPressesAndHangsUpStory {

    private static final Duration AS_LONG_AS_IT_TAKES_TO_PUT_DOWN_A_RECEIVER =
            Duration.ofMillis(200);

    @Test
    void theKeyCounts(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        var volunteer = elder.volunteer().picksUp().hears("incident-missed").presses("1");
        volunteer.call().linger(AS_LONG_AS_IT_TAKES_TO_PUT_DOWN_A_RECEIVER);
        volunteer.hangsUp();

        town.office().seesIncident(elder, "TAKEN");
    }
}
