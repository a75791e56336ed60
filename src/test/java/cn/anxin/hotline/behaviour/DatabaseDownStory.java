package cn.anxin.hotline.behaviour;

import cn.anxin.hotline.behaviour.phone.Caller;
import cn.anxin.hotline.behaviour.town.Database;
import cn.anxin.hotline.behaviour.town.DisasterStory;
import cn.anxin.hotline.behaviour.town.Town;
import java.util.function.Function;
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
        var elder = town.servedPerson();
        town.startRound(elder);
        var check = elder.phone().picksUp().hears("check-greeting");

        try (var _ = disaster.strike.apply(installation.database())) {
            var call = town.answered(town.dials(Caller.of("13700000031")));
            call.hears("hotline-menu").presses("2");
            var officer = desk.picksUp("13700000031");
            town.talkTogether(call, officer);
            call.hangsUp();
            officer.isHungUpOn();
            check.presses("1");
        }
        installation.service().awaitReady();
        check.hangsUp();

        // said while it could not be kept, or kept late: either way the day ends with an answer
        elder.phone().always(cn.anxin.hotline.behaviour.phone.Manners.refuses(486));
        elder.volunteer().always(cn.anxin.hotline.behaviour.phone.Manners.refuses(486));
        town.office().seesVerdict(elder);
    }
}
