package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.phone.Moment;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Talk;
import cn.anxin.hotline.behaviour.town.Town;
import org.junit.jupiter.api.Test;

/** PostgreSQL takes every question and answers none: worse than a dead one, which refuses. */
@DisasterStory
class FrozenDatabaseHoldsNobodyUpStory {
    private static final String CALLER = "13700000071";

    @Test
    void whoDialsInHearsUsAndReachesAPerson(Town town) throws Exception {
        var desk = town.dutyDesk();

        try (var _ = town.installation().database().frozen()) {
            var dialled = town.dials(Caller.of(CALLER));
            var call = town.answered(dialled).hears("hotline-menu").presses("0");
            reachesAPerson(call, desk.picksUp(CALLER), town);

            town.figures()
                    .took(
                            "PostgreSQL frozen: INVITE to us → first RTP",
                            dialled.when(Moment.INVITED),
                            dialled.recording().firstHeard());
        }
    }

    @Test
    void whoHasHeardTheMenuReachesAPerson(Town town) throws Exception {
        var desk = town.dutyDesk();
        var call = town.answered(town.dials(Caller.of(CALLER))).hears("hotline-menu");

        try (var _ = town.installation().database().frozen()) {
            call.presses("1");
            reachesAPerson(call, desk.picksUp(CALLER), town);
        }
    }

    @Test
    void anElderWhoAsksForHelpReachesAPerson(Town town) throws Exception {
        var desk = town.dutyDesk();
        var elder = town.servedPerson();
        town.startRound(elder);
        var call = elder.phone().picksUp().hears("check-question");

        try (var _ = town.installation().database().frozen()) {
            call.presses("2");
            reachesAPerson(call, desk.picksUp(elder.phone().number()), town);
        }

        elder.phone().isHelpful();
        elder.volunteer().isHelpful();
        town.office().seesVerdict(elder);
    }

    @Test
    void whatAVolunteerPromisesIsKeptOrAskedForAgain(Town town) throws Exception {
        var elder = town.servedPerson();
        town.neverReached(elder);
        var volunteer = elder.volunteer().picksUp().hears("incident-missed");

        try (var _ = town.installation().database().frozen()) {
            volunteer.presses("1").hears("incident-not-kept").isHungUpOn();
        }

        elder.volunteer().isHelpful();
        elder.backup().isHelpful();
        town.office().seesIncident(elder, "TAKEN");
    }

    private static void reachesAPerson(Talk caller, Talk officer, Town town) {
        town.figures()
                .took(
                        "PostgreSQL frozen: key let go → INVITE to the duty phone",
                        caller.lastKey(),
                        officer.call().when(Moment.INVITED));
        town.talkTogether(caller, officer);
        caller.hangsUp();
        officer.isHungUpOn();
    }
}
