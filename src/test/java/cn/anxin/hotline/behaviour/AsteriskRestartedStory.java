package cn.anxin.hotline.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With Asterisk every call dies, and nobody tells: neither the telephones nor the service. */
@DisasterStory
class AsteriskRestartedStory {
    private static final String CALLER = "13700000061";

    @Test
    void theRoundGoesOnAndNobodysAttemptIsSpent(Town town) {
        var asked = town.servedPerson();
        var rung = town.servedPerson();
        town.startRound(asked, rung);
        var asking = asked.phone().picksUp().hears("check-question");
        rung.phone().rings();

        restartAsterisk(town);
        asking.hangsUp();

        for (var elder : List.of(asked, rung)) {
            elder.phone().isHelpful();
        }
        for (var elder : List.of(asked, rung)) {
            town.office().seesCheckEnd(elder, "CONFIRMED");
            assertThat(town.office().check(elder).path("attemptsCounted").asInt()).isZero();
        }
    }

    @Test
    void whoeverWasCalledOutIsCalledOutAgain(Town town) {
        var elder = town.servedPerson();
        town.neverReached(elder);
        var volunteer = elder.volunteer().picksUp().hears("incident-greeting");

        restartAsterisk(town);
        volunteer.hangsUp();
        elder.volunteer().isHelpful();
        elder.backup().isHelpful();

        town.office().seesIncident(elder, "TAKEN");
    }

    @Test
    void whoDialsAgainReachesAPerson(Town town) {
        var desk = town.dutyDesk();
        var cutOff = town.answered(town.dials(Caller.of(CALLER))).hears("hotline-menu");

        restartAsterisk(town);
        cutOff.hangsUp();
        var call = town.answered(town.dials(Caller.of(CALLER)));
        call.hears("hotline-menu").presses("0").hears("to-duty");
        var officer = desk.picksUp(CALLER);

        town.talkTogether(call, officer);
        call.hangsUp();
        officer.isHungUpOn();
    }

    private static void restartAsterisk(Town town) {
        var ours = town.installation();
        ours.asterisk().kill();
        ours.asterisk().start();
        ours.asterisk().awaitReady();
        ours.service().awaitReady();
    }
}
