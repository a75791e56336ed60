package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Database;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisasterStory
class DatabaseDownStory {

    enum Disaster {
        GONE(Database::gone),
        FROZEN(Database::frozen);

        private final Function<Database, AutoCloseable> strike;

        Disaster(Function<Database, AutoCloseable> strike) {
            this.strike = strike;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHotlineStillReachesAPerson(Disaster disaster, Town town) throws Exception {
        var installation = town.installation();
        var desk = town.dutyDesk();
        var call = town.dials(Caller.of("13700000031"));

        try (var _ = disaster.strike.apply(installation.database())) {
            var talk = town.answered(call).hears("hotline-menu").presses("2");
            var officer = desk.picksUp("13700000031");
            town.talkTogether(talk, officer);
            talk.hangsUp();
            officer.isHungUpOn();
        } finally {
            installation.service().awaitReady();
        }
    }

    @Test
    void whatCannotBeKeptIsAskedAgain(Town town) throws Exception {
        var elder = town.servedPerson();
        town.startRound(elder);
        var check = elder.phone().picksUp().hears("check-question");

        try (var _ = town.installation().database().gone()) {
            check.presses("1").hears("check-fine-not-kept").isHungUpOn();
        } finally {
            town.installation().service().awaitReady();
        }

        elder.phone().picksUp().hears("check-question").presses("1").hears("check-fine");
        town.office().seesCheckEnd(elder, "CONFIRMED");
    }
}
