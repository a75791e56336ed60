package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.town.Story;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

@Story
class VolunteerTalksFirstStory {

    @Test
    void theElderSaysThatAllIsWellAndNobodyHasToGo(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        var volunteer =
                elder.volunteer()
                        .picksUp()
                        .hears("incident-missed")
                        .hears("incident-choices")
                        .presses("2")
                        .hears("talk-connecting");
        var answered = elder.phone().picksUp();
        town.talkTogether(volunteer, answered);
        answered.hangsUp();
        volunteer.hears("talk-afterwards").presses("1").hears("incident-settled").isHungUpOn();

        var incident = town.office().seesIncident(elder, "SETTLED");
        assertThat(incident.path("outcome").asString("")).isEqualTo("WELL");
        assertThat(incident.hasNonNull("seenBy")).as("nobody has seen them").isFalse();
    }

    @Test
    void anElderWhoDoesNotAnswerIsGoneTo(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        var volunteer = elder.volunteer().picksUp().hears("incident-choices").presses("2");
        elder.phone().refuses(486);
        volunteer.hears("talk-not-reached").presses("1").hears("incident-taken").isHungUpOn();

        town.office().seesIncident(elder, "TAKEN");
    }

    @Test
    void whoHangsUpInTheTalkHasSaidNothingAndTheNextIsRung(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);

        var volunteer = elder.volunteer().picksUp().hears("incident-choices").presses("2");
        var answered = elder.phone().picksUp();
        town.talkTogether(volunteer, answered);
        volunteer.hangsUp();
        answered.isHungUpOn();

        elder.backup().picksUp().hears("incident-missed").presses("1").hears("incident-taken");
        town.office().seesIncident(elder, "TAKEN");
    }
}
